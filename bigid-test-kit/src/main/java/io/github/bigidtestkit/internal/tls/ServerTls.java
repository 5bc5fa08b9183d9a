package io.github.bigidtestkit.internal.tls;

import io.github.bigidtestkit.fault.TlsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.x500.GeneralName;

/**
 * The TLS contexts of a sandbox's server. They are made at first use and shared among all sandboxes
 * with the same host names. Validity uses the real time of the machine, as clients do. Thread-safe.
 */
public final class ServerTls {

  /**
   * By host names and fault, since a fault has its own context, so that no session of another is
   * resumed in it. Keys are no records: the JDK would hold on to the class of one that was hashed.
   */
  private static final Map<List<Object>, SSLContext> CONTEXTS = new ConcurrentHashMap<>();

  private static final CertificateAuthority AUTHORITY = CertificateAuthority.OF_THIS_JVM;
  private static final Duration MONTH = Duration.ofDays(30);
  private static final GeneralName ELSEWHERE = new GeneralName.DNSName("elsewhere.invalid");
  private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private final List<String> hostNames;

  /** TLS for these host names besides localhost and its addresses. */
  public ServerTls(List<String> hostNames) {
    this.hostNames = List.copyOf(hostNames);
  }

  /** The context with the certificate that a fault asks for, or with a valid one. */
  public SSLContext context(TlsFault.@Nullable Kind fault) {
    List<Object> key = List.of(hostNames, Optional.ofNullable(fault));
    return CONTEXTS.computeIfAbsent(key, any -> make(hostNames, fault));
  }

  private static SSLContext make(List<String> hostNames, TlsFault.@Nullable Kind fault) {
    List<GeneralName> names = names(hostNames);
    Identity identity = fault == null ? AUTHORITY.server(names) : bad(fault, names);
    return Identity.context(identity, Identity.trusting(AUTHORITY.certificate()));
  }

  private static Identity bad(TlsFault.Kind fault, List<GeneralName> names) {
    Instant yesterday = Instant.now().minus(CertificateAuthority.DAY);
    Instant tomorrow = Instant.now().plus(CertificateAuthority.DAY);
    return switch (fault) {
      case CERTIFICATE_EXPIRED -> AUTHORITY.server(names, yesterday.minus(MONTH), yesterday);
      case CERTIFICATE_NOT_YET_VALID -> AUTHORITY.server(names, tomorrow, tomorrow.plus(MONTH));
      case CERTIFICATE_OF_ANOTHER_HOST -> AUTHORITY.server(List.of(ELSEWHERE));
      case CERTIFICATE_UNTRUSTED -> new CertificateAuthority().server(names);
      case CLIENT_CERTIFICATE_REQUIRED, RESET, STALL -> AUTHORITY.server(names);
    };
  }

  private static List<GeneralName> names(List<String> more) {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName.DNSName("localhost"));
    names.add(new GeneralName.IPAddress(LOOPBACK_4));
    names.add(new GeneralName.IPAddress(LOOPBACK_6));
    more.stream().map(GeneralName.DNSName::new).forEach(names::add);
    return names;
  }
}
