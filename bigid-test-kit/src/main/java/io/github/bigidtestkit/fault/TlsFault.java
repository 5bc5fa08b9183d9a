package io.github.bigidtestkit.fault;

/**
 * A TLS handshake that goes wrong. It applies to new connections, before it is known what they are
 * for; as it starts, connections that are open already are closed as soon as they are idle. Only
 * for sandboxes that speak TLS.
 *
 * @param kind what is wrong
 */
public record TlsFault(Kind kind) implements Fault {

  /** What is wrong with a handshake. */
  public enum Kind {
    /** The certificate expired a day ago, by the real time of the machine. */
    CERTIFICATE_EXPIRED("expired certificate"),
    /** The certificate will be valid in a day, by the real time of the machine. */
    CERTIFICATE_NOT_YET_VALID("certificate not yet valid"),
    /** The certificate is for another host. */
    CERTIFICATE_OF_ANOTHER_HOST("certificate of another host"),
    /** The certificate is signed by an authority that the client does not know. */
    CERTIFICATE_UNTRUSTED("certificate of an unknown authority"),
    /** RST after the first bytes of the handshake. */
    RESET("connection reset during the TLS handshake"),
    /** No answer to the first bytes of the handshake, for as long as the sandbox runs. */
    STALL("no answer to the TLS handshake"),
    /** The client is asked for a certificate of its own, and must show one of the sandbox's. */
    CLIENT_CERTIFICATE_REQUIRED("client certificate required");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  @Override
  public String label() {
    return kind.label;
  }

  @Override
  public FaultPhase phase() {
    return FaultPhase.HANDSHAKE;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tls(this);
  }
}
