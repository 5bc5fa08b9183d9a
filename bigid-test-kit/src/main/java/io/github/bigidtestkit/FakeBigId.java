package io.github.bigidtestkit;

import io.github.bigidtestkit.control.SandboxControl;
import io.github.bigidtestkit.fault.Faults;
import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.internal.control.ControlServer;
import io.github.bigidtestkit.internal.dialect.Api;
import io.github.bigidtestkit.internal.endpoint.Backend;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.github.bigidtestkit.internal.fault.ConnectionControl;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.internal.http.Addresses;
import io.github.bigidtestkit.internal.http.Callers;
import io.github.bigidtestkit.internal.http.ConnectionRegistry;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.http.ControlCall;
import io.github.bigidtestkit.internal.http.ControlHandler;
import io.github.bigidtestkit.internal.http.HttpServer;
import io.github.bigidtestkit.internal.http.Limits;
import io.github.bigidtestkit.internal.http.Protocols;
import io.github.bigidtestkit.internal.http.SandboxHandler;
import io.github.bigidtestkit.internal.http.TlsHandshakes;
import io.github.bigidtestkit.internal.http.Warmup;
import io.github.bigidtestkit.internal.tls.ServerTls;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.token.Tokens;
import io.undertow.server.HttpHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fake of BigID's authentication API: a real HTTP server on loopback that issues, verifies and
 * revokes real tokens. Knows nothing of JUnit.
 *
 * <pre>{@code
 * try (FakeBigId bigId = FakeBigId.start()) {
 *   MyClient client = new MyClient(bigId.baseUrl(), bigId.tokens().userToken("bigid"));
 *   …
 * }
 * }</pre>
 *
 * <p>Thread-safe. Starting one costs about a millisecond once the JVM is warm; the first one in a
 * JVM costs more. Its threads are daemons, and it leaves nothing changed that belongs to the whole
 * JVM. It logs nothing; the I/O library beneath it greets with its version once, which is kept off
 * {@code java.util.logging}, and where logging goes elsewhere, that set-up decides.
 */
public final class FakeBigId implements AutoCloseable {

  private final Backend backend;
  private final FaultRegistry faults;
  private final @Nullable Trust trust;
  private final HttpServer server;
  private final Callers callers;
  private final InetSocketAddress address;

  private FakeBigId(
      SandboxConfig config,
      @Nullable SandboxControl control,
      InetAddress listeningOn,
      Limits limits) {
    Warmup.once();
    this.backend = new Backend(config);
    JournalWriter journal = backend.journalWriter();
    this.faults = new FaultRegistry(new OwnConnections(), journal::shown, backend.users()::all);
    this.trust = config.https() ? new Trust() : null;
    Protocols protocols = new Protocols(config, limits, journal);
    ConnectionRegistry connections = new ConnectionRegistry();
    SandboxHandler handler = new SandboxHandler(backend, faults, connections, limits);
    HttpHandler root =
        control == null
            ? handler
            : new ControlHandler(ControlServer.PREFIX, answering(control), handler);
    this.server =
        HttpServer.bind(
            new InetSocketAddress(listeningOn, config.port()),
            protocols,
            connections,
            config.https() ? handshakes(config, limits, connections) : null,
            config.https() || protocols.version() == HttpClient.Version.HTTP_2
                ? connections.counting(root)
                : root);
    this.address = server.address();
    this.callers = new Callers(protocols.version(), trust);
    startFaults();
  }

  private TlsHandshakes handshakes(
      SandboxConfig config, Limits limits, ConnectionRegistry connections) {
    ServerTls tls = new ServerTls(config.hostNames());
    return new TlsHandshakes(
        tls, faults, backend.clock(), backend.journalWriter(), connections, limits.head());
  }

  private Function<ControlCall, ControlAnswer> answering(SandboxControl control) {
    ControlServer api = (ControlServer) control;
    return call -> api.answer(this, call);
  }

  private void startFaults() {
    backend.config().faults().forEach(faults::start);
  }

  /** What faults do to this sandbox's connections. */
  private final class OwnConnections implements ConnectionControl {
    @Override
    public void refuse(BooleanSupplier wanted) {
      server.refuse(wanted);
    }

    @Override
    public void renew() {
      server.renew();
    }

    @Override
    public boolean secure() {
      return trust != null;
    }
  }

  /**
   * Has the first sandbox of this JVM start sooner: what takes the longest, which is loading
   * classes, is begun on daemon threads while the caller goes on. The JUnit extension does so when
   * tests that use it are looked for; other frameworks may call it as early as they can. Does
   * nothing after that.
   */
  public static void prepare() {
    Warmup.inBackground();
  }

  /** Starts a sandbox with the defaults: the demo user, any free port. */
  public static FakeBigId start() {
    return start(SandboxConfig.defaults());
  }

  /**
   * Starts a sandbox.
   *
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public static FakeBigId start(SandboxConfig config) {
    return start(config, Limits.DEFAULT);
  }

  /** The same with other limits. */
  static FakeBigId start(SandboxConfig config, Limits limits) {
    return started(new FakeBigId(config, null, Addresses.LOOPBACK, limits));
  }

  /**
   * Starts a sandbox that can be controlled over HTTP, on the same port.
   *
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public static FakeBigId start(SandboxConfig config, SandboxControl control) {
    return started(new FakeBigId(config, control, Addresses.LOOPBACK, Limits.DEFAULT));
  }

  /**
   * Starts a sandbox on an address that others can reach, such as that of a container. Whoever
   * reaches it can log in. Tests on the same machine have no need of this.
   *
   * @param control the control API, or null for none
   * @param listeningOn the address
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public static FakeBigId start(
      SandboxConfig config, @Nullable SandboxControl control, InetAddress listeningOn) {
    return started(new FakeBigId(config, control, listeningOn, Limits.DEFAULT));
  }

  /** Only a sandbox that is complete may be called. */
  private static FakeBigId started(FakeBigId bigId) {
    bigId.server.accept();
    return bigId;
  }

  /** The URL that clients are configured with; ends in {@code /api/v1}, without a slash. */
  public URI baseUrl() {
    return URI.create(origin() + Api.PREFIX);
  }

  /** Scheme, host and port, for clients that append {@code /api/v1} themselves. */
  public URI origin() {
    return URI.create((trust == null ? "http" : "https") + "://" + Addresses.authority(address));
  }

  /**
   * What a client needs to trust this sandbox.
   *
   * @throws IllegalStateException if the sandbox does not speak TLS
   */
  public Trust trust() {
    return callers.trust();
  }

  /**
   * A client that can call this sandbox, whether it speaks TLS or not: it trusts it, speaks HTTP/2
   * if the sandbox does, and waits five seconds at most to connect. One for each sandbox, made at
   * the first call.
   */
  public HttpClient httpClient() {
    return callers.httpClient();
  }

  /** The TCP port, also after the sandbox was closed. */
  public int port() {
    return address.getPort();
  }

  /** What the sandbox is like after the last reset. */
  public SandboxConfig config() {
    return backend.config();
  }

  /** The clock that everything in this sandbox uses. */
  public SandboxClock clock() {
    return backend.clock();
  }

  /** The dialect in which calls that come now are answered. */
  public DialectRules dialect() {
    return backend.router().rules();
  }

  /** Continues with another dialect, until the next reset. Calls under way keep theirs. */
  public void setDialect(DialectRules rules) {
    backend.setDialect(rules);
  }

  /** Continues with a built-in dialect, until the next reset. Calls under way keep theirs. */
  public void setDialect(Dialect other) {
    setDialect(other.rules());
  }

  /** Good tokens and bad ones. */
  public Tokens tokens() {
    return backend.authority();
  }

  /** The users, to be changed while the sandbox runs. */
  public Users users() {
    return backend.users();
  }

  /** What is behind the login, to be changed while the sandbox runs. */
  public Resources resources() {
    return backend.resources();
  }

  /** What goes wrong on purpose. */
  public Faults faults() {
    return faults;
  }

  /** What came in and what was decided. */
  public Journal journal() {
    return backend.recorder();
  }

  /**
   * Revokes one token: from now on it is refused.
   *
   * @throws IllegalArgumentException if this sandbox did not sign it
   */
  public void revoke(String token) {
    tokens().revoke(token);
  }

  /** Revokes every token made so far, of every kind and user. */
  public void revokeAllTokens() {
    tokens().revokeAll();
  }

  /**
   * Puts everything back to what it was at the start: users, resources, lifetimes, dialect and
   * clock; faults are cleared, those of the configuration start anew, revocations are forgotten,
   * the journal is emptied. Connections stay open, the key stays, and tokens made before go on
   * being good.
   */
  public void reset() {
    reset(backend.startedWith());
  }

  /**
   * Resets everything to another configuration. Port, protocols, host names and the capacity of the
   * journal can't change.
   *
   * @throws IllegalArgumentException if the configuration changes one of these
   */
  public void reset(SandboxConfig other) {
    Setting.requireSameFixed(backend.startedWith(), other);
    faults.reset();
    backend.reset(other);
    startFaults();
  }

  /**
   * What failed in the sandbox itself, or in a predicate of the test, since the last reset. The
   * JUnit extension fails the test with it.
   */
  public List<RuntimeException> failures() {
    return backend.failures();
  }

  /** Whether the sandbox has not been closed. */
  public boolean isRunning() {
    return server.isOpen();
  }

  /**
   * Stops listening and closes all connections, within two seconds. Clock, tokens and journal can
   * still be read. Closing again does nothing.
   */
  @Override
  public void close() {
    server.close();
    faults.clear();
    callers.close();
    if (trust != null) {
      trust.close();
    }
  }

  @Override
  public String toString() {
    return "FakeBigId[%s, %s, users %s%s]"
        .formatted(
            baseUrl(),
            dialect().name(),
            users().all().stream().map(User::username).toList(),
            isRunning() ? "" : ", closed");
  }
}
