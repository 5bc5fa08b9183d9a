package io.github.bigidtestkit.internal.http;

/** A hint for handshakes that fail without a fault: in most cases a client is set up wrongly. */
public final class HandshakeHint {

  private HandshakeHint() {}

  /** The cure, to be appended to the failure; empty if none is known. */
  public static String of(String failure) {
    if (failure.endsWith("certificate_unknown") || failure.endsWith("unknown_ca")) {
      return " (the client does not trust the sandbox, or calls it by a name that is not on its"
          + " certificate: give it FakeBigId.trust(), and the sandbox the name as one of its"
          + " hostNames)";
    }
    if (failure.contains("AEAD")) { // an alert in the clear where all else is encrypted by now
      return " (OpenSSL says so as it refuses a certificate: let the client trust the"
          + " file FakeBigId.trust().pemFile())";
    }
    if (failure.contains("recognized SSL message") || failure.contains("plaintext connection")) {
      return " (what came is no TLS: this sandbox speaks https, so give the client"
          + " FakeBigId.baseUrl() as it is)";
    }
    if (failure.contains("speaks http")) {
      return " (give the client FakeBigId.baseUrl() as it is, or set https = true in @BigIdSandbox,"
          + " or https(true) in its SandboxConfig)";
    }
    return "";
  }
}
