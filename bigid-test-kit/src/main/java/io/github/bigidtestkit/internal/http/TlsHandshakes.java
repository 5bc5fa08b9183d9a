package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.TlsFault;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.internal.tls.Identity;
import io.github.bigidtestkit.internal.tls.ServerTls;
import io.undertow.protocols.ssl.SslConduit;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.Buffers;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.PushBackStreamSourceConduit;
import org.xnio.ssl.SslConnection;

/**
 * Begins TLS on connections that are made. Waits for the client's first bytes, since only then it
 * is a handshake that a fault can apply to.
 */
public final class TlsHandshakes {

  private static final int FIRST_BYTES = 4 * 1024;
  private static final OptionMap ASKING =
      OptionMap.create(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUIRED);

  private final ServerTls tls;
  private final FaultRegistry faults;
  private final SandboxClock clock;
  private final JournalWriter journal;
  private final Duration limit;
  private final Timers timers;

  /**
   * Handshakes with clients.
   *
   * @param limit how long a client may take, in real time
   */
  public TlsHandshakes(
      ServerTls tls,
      FaultRegistry faults,
      SandboxClock clock,
      JournalWriter journal,
      ConnectionRegistry connections,
      Duration limit) {
    this.tls = tls;
    this.faults = faults;
    this.clock = clock;
    this.journal = journal;
    this.limit = limit;
    this.timers = connections.timers;
  }

  /** One handshake on its way. */
  private record Handshake(
      Connection connection, XnioExecutor.Key timer, ChannelListener<? super SslConnection> then) {

    ConduitStreamSourceChannel source() {
      return connection.raw().getSourceChannel();
    }
  }

  /** Secures a connection and then serves it. */
  void begin(Connection connection, ChannelListener<? super SslConnection> then) {
    XnioExecutor.Key timer = timers.after(limit, connection.raw().getIoThread(), connection::close);
    Handshake handshake = new Handshake(connection, timer, then);
    handshake.source().setReadListener(readable -> read(handshake));
    handshake.source().wakeupReads();
  }

  private void read(Handshake handshake) {
    ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);
    try {
      int count = handshake.source().read(bytes);
      if (count < 0) {
        timers.cancel(handshake.timer());
        handshake.connection().close();
      } else if (count == 0) {
        handshake.source().resumeReads();
      } else {
        handshake.source().suspendReads();
        handshake.source().setReadListener(null);
        apply(handshake, bytes.flip());
      }
    } catch (IOException clientIsGone) {
      timers.cancel(handshake.timer());
      handshake.connection().close();
    }
  }

  private void apply(Handshake handshake, ByteBuffer first) {
    long clearings = journal.clearings();
    TlsFault.Kind kind = kind(clearings);
    if (kind == TlsFault.Kind.RESET) {
      timers.cancel(handshake.timer());
      handshake.connection().abort();
    } else if (kind == TlsFault.Kind.STALL) {
      timers.cancel(handshake.timer());
      handshake.connection().closeWithClient(handshake.source().getConduit());
    } else {
      secure(handshake, first, kind, clearings);
    }
  }

  private TlsFault.@Nullable Kind kind(long clearings) {
    if (faults.isEmpty()) {
      return null;
    }
    Call call = new Call(Endpoint.ANY, "TLS", "handshake", null, clock.instant(), "TLS");
    FaultMatch match = faults.match(call, FaultPhase.HANDSHAKE);
    if (match == null || !(match.fault() instanceof TlsFault fault)) {
      return null;
    }
    journal.record(clearings, fault.label(), null);
    return fault.kind();
  }

  private void secure(
      Handshake handshake, ByteBuffer first, TlsFault.@Nullable Kind kind, long clearings) {
    StreamConnection raw = handshake.connection().raw();
    PushBackStreamSourceConduit source =
        new PushBackStreamSourceConduit(raw.getSourceChannel().getConduit());
    source.pushBack(Buffers.pooledWrapper(first));
    raw.getSourceChannel().setConduit(source);
    boolean asking = kind == TlsFault.Kind.CLIENT_CERTIFICATE_REQUIRED;
    SSLContext context = tls.context(kind);
    UndertowXnioSsl ssl =
        new UndertowXnioSsl(
            raw.getWorker().getXnio(),
            OptionMap.EMPTY,
            IoWorker.tlsBuffers(),
            context,
            IoWorker.tasks(raw.getWorker()));
    SslConnection secured =
        ssl.wrapExistingConnection(raw, asking ? ASKING : OptionMap.EMPTY, false);
    SslConduit conduit = UndertowXnioSsl.getSslConduit(secured);
    conduit.getSSLEngine().setEnabledCipherSuites(Identity.parameters(context).getCipherSuites());
    conduit.setSslEngine(
        new ObservedSslEngine(
            conduit.getSSLEngine(),
            failure -> {
              timers.cancel(handshake.timer());
              if (failure != null) {
                String hint = kind == null ? HandshakeHint.of(failure) : "";
                journal.record(clearings, null, failure + hint);
              }
            }));
    handshake.connection().securedBy(secured);
    ChannelListeners.invokeChannelListener(secured, handshake.then());
  }
}
