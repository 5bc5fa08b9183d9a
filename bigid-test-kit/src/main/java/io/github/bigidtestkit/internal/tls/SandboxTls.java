package io.github.bigidtestkit.internal.tls;

import io.github.bigidtestkit.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.wildfly.security.x500.GeneralName;

/**
 * TLS of one sandbox, for servers: the contexts to be served with, and what clients need to trust
 * them. Contexts are made at first use and shared among all sandboxes of the same names. Validity
 * goes by the real time of the machine, as clients do. Thread-safe.
 */
public final class SandboxTls implements AutoCloseable {

  private record Key(List<String> names, CertificateFlaw flaw, boolean asksClients) {}

  private static final Map<Key, SSLContext> CONTEXTS = new ConcurrentHashMap<>();
  private static final String ELSEWHERE = "elsewhere.invalid";
  private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private final List<String> hostNames;
  private final Trust trust = new Trust();

  /** TLS for a sandbox that goes by these names besides localhost and its addresses. */
  public SandboxTls(List<String> hostNames) {
    this.hostNames = List.copyOf(hostNames);
  }

  /** What clients need. */
  public Trust trust() {
    return trust;
  }

  /** A server's context with a certificate that has that flaw. */
  public SSLContext context(CertificateFlaw flaw) {
    return CONTEXTS.computeIfAbsent(new Key(hostNames, flaw, false), SandboxTls::make);
  }

  /**
   * A server's context to ask clients for their certificates with. One of its own, as a session
   * that was resumed from another would pass without.
   */
  public SSLContext contextThatAsksClients() {
    return CONTEXTS.computeIfAbsent(
        new Key(hostNames, CertificateFlaw.NONE, true), SandboxTls::make);
  }

  private static SSLContext make(Key key) {
    Instant now = Instant.now();
    Instant from = now.minus(CertificateAuthority.SLACK);
    Instant to = now.plus(CertificateAuthority.LIFE);
    Duration month = Duration.ofDays(30);
    CertificateAuthority authority = CertificateAuthority.ofThisJvm();
    List<GeneralName> names = names(key.names());
    Identity identity =
        switch (key.flaw()) {
          case NONE -> authority.server(names, from, to);
          case EXPIRED -> authority.server(names, from.minus(month), from);
          case NOT_YET_VALID ->
              authority.server(names, now.plus(CertificateAuthority.SLACK), now.plus(month));
          case WRONG_HOST ->
              authority.server(List.of(new GeneralName.DNSName(ELSEWHERE)), from, to);
          case UNTRUSTED -> CertificateAuthority.stranger().server(names, from, to);
        };
    return Identity.context(identity, Identity.trusting(authority.certificate()));
  }

  private static List<GeneralName> names(List<String> more) {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName.DNSName("localhost"));
    names.add(new GeneralName.IPAddress(LOOPBACK_4));
    names.add(new GeneralName.IPAddress(LOOPBACK_6));
    more.stream().map(GeneralName.DNSName::new).forEach(names::add);
    return names;
  }

  /** Removes what was written to disk. Closing again does nothing. */
  @Override
  public void close() {
    trust.close();
  }

  @Override
  public String toString() {
    return "SandboxTls" + hostNames;
  }
}
