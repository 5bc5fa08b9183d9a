package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.TlsFault;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.github.bigidtestkit.internal.fault.FaultGate;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import io.github.bigidtestkit.internal.tls.CertificateFlaw;
import io.github.bigidtestkit.internal.tls.SandboxTls;
import io.undertow.protocols.ssl.SslConduit;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.Buffers;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.PushBackStreamSourceConduit;
import org.xnio.ssl.SslConnection;

/**
 * Begins TLS on connections that are made. Waits for the client's first bytes, since only then it
 * is a handshake that a fault can strike.
 */
public final class Handshakes {

  private static final int FIRST_BYTES = 4 * 1024;
  private static final OptionMap ASKING =
      OptionMap.create(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUIRED);

  private final SandboxTls tls;
  private final FaultGate gate;
  private final SandboxClock clock;
  private final JournalWriter scribe;
  private final Duration patience;

  /**
   * Handshakes with clients.
   *
   * @param patience how long a client may take, in real time
   */
  public Handshakes(
      SandboxTls tls, FaultGate gate, SandboxClock clock, JournalWriter scribe, Duration patience) {
    this.tls = tls;
    this.gate = gate;
    this.clock = clock;
    this.scribe = scribe;
    this.patience = patience;
  }

  /** Has a connection secured and then served. */
  void begin(Connection line, ChannelListener<? super SslConnection> then) {
    ConduitStreamSourceChannel source = line.raw().getSourceChannel();
    XnioExecutor.Key timer =
        line.raw()
            .getIoThread()
            .executeAfter(line::closeUnlessSecured, patience.toMillis(), TimeUnit.MILLISECONDS);
    source.setReadListener(readable -> read(line, timer, then));
    source.wakeupReads();
  }

  private void read(
      Connection line, XnioExecutor.Key timer, ChannelListener<? super SslConnection> then) {
    ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);
    try {
      int count = line.raw().getSourceChannel().read(bytes);
      if (count < 0) {
        timer.remove();
        line.close();
      } else if (count == 0) {
        line.raw().getSourceChannel().resumeReads();
      } else {
        line.raw().getSourceChannel().suspendReads();
        line.raw().getSourceChannel().setReadListener(null);
        strike(line, timer, bytes.flip(), then);
      }
    } catch (IOException clientIsGone) {
      timer.remove();
      line.close();
    }
  }

  private void strike(
      Connection line,
      XnioExecutor.Key timer,
      ByteBuffer first,
      ChannelListener<? super SslConnection> then) {
    long clearings = scribe.clearings();
    TlsFault.Kind kind = kind(clearings);
    if (kind == TlsFault.Kind.RESET) {
      timer.remove();
      line.abort();
    } else if (kind == TlsFault.Kind.STALL) {
      timer.remove();
      endWithClient(line);
    } else {
      secure(line, first, kind, clearings, then);
    }
  }

  private TlsFault.@Nullable Kind kind(long clearings) {
    if (gate.isOpen()) {
      return null;
    }
    FaultMatch strike = gate.strike(Call.handshake(clock.instant()), FaultPhase.HANDSHAKE);
    if (strike == null || !(strike.fault() instanceof TlsFault fault)) {
      return null;
    }
    scribe.struck(clearings, clock.instant(), fault.label());
    return fault.kind();
  }

  private void secure(
      Connection line,
      ByteBuffer first,
      TlsFault.@Nullable Kind kind,
      long clearings,
      ChannelListener<? super SslConnection> then) {
    StreamConnection raw = line.raw();
    PushBackStreamSourceConduit source =
        new PushBackStreamSourceConduit(raw.getSourceChannel().getConduit());
    source.pushBack(Buffers.pooledWrapper(first));
    raw.getSourceChannel().setConduit(source);
    boolean asking = kind == TlsFault.Kind.CLIENT_CERTIFICATE_REQUIRED;
    UndertowXnioSsl ssl =
        new UndertowXnioSsl(
            IoWorker.worker().getXnio(),
            OptionMap.EMPTY,
            IoWorker.tlsBuffers(),
            context(kind),
            IoWorker.tasks());
    SslConnection secured =
        ssl.wrapExistingConnection(raw, asking ? ASKING : OptionMap.EMPTY, false);
    SslConduit conduit = UndertowXnioSsl.getSslConduit(secured);
    conduit.setSslEngine(
        new ObservedEngine(
            conduit.getSSLEngine(),
            failure -> scribe.failed(clearings, clock.instant(), failure, kind != null)));
    line.securedBy(secured);
    ChannelListeners.invokeChannelListener(secured, then);
  }

  private SSLContext context(TlsFault.@Nullable Kind kind) {
    if (kind == null) {
      return tls.context(CertificateFlaw.NONE);
    }
    return switch (kind) {
      case CERTIFICATE_EXPIRED -> tls.context(CertificateFlaw.EXPIRED);
      case CERTIFICATE_NOT_YET_VALID -> tls.context(CertificateFlaw.NOT_YET_VALID);
      case CERTIFICATE_OF_ANOTHER_HOST -> tls.context(CertificateFlaw.WRONG_HOST);
      case CERTIFICATE_UNTRUSTED -> tls.context(CertificateFlaw.UNTRUSTED);
      case CLIENT_CERTIFICATE_REQUIRED -> tls.contextThatAsksClients();
      case RESET, STALL -> tls.context(CertificateFlaw.NONE);
    };
  }

  /** Without this, a connection that the client gave up would stay until the server stops. */
  private static void endWithClient(Connection line) {
    ConduitStreamSourceChannel source = line.raw().getSourceChannel();
    source.setReadListener(Handshakes::discard);
    source.getCloseSetter().set(closed -> line.close());
    source.resumeReads();
  }

  private static void discard(StreamSourceChannel source) {
    try {
      if (source.read(ByteBuffer.allocate(FIRST_BYTES)) < 0) {
        IoUtils.safeClose(source);
      }
    } catch (IOException clientIsGone) {
      IoUtils.safeClose(source);
    }
  }
}
