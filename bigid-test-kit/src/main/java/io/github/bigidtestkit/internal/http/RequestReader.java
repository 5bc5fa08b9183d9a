package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.endpoint.BodyEncoding;
import io.github.bigidtestkit.internal.endpoint.Request;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.journal.Span;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.undertow.io.Receiver;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.URLUtils;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** Reads the heads of calls, and their bodies up to a size and for a time. */
public final class RequestReader {

  /** How much of a body is read: 1 MiB. What is longer is drained and refused. */
  public static final int MAX_BODY = 1024 * 1024;

  /** How much is drained: 64 MiB. The connection does not outlive what is longer. */
  static final long MAX_DRAINED = 64L * 1024 * 1024;

  private static final HttpString PROXY_AUTHORIZATION = new HttpString("Proxy-Authorization");
  private static final HttpString X_ACCESS_TOKEN = new HttpString("x-access-token");
  private static final Set<HttpString> CREDENTIALS =
      Set.of(Headers.AUTHORIZATION, X_ACCESS_TOKEN, Headers.COOKIE, PROXY_AUTHORIZATION);
  private static final byte[] NONE = new byte[0];

  /** Receives the body, or none and the reason why it could not be read. */
  interface BodyCallback {
    void received(byte[] body, @Nullable Refusal unreadable);
  }

  private final Duration limit;
  private final Timers timers;

  RequestReader(Duration limit, Timers timers) {
    this.limit = limit;
    this.timers = timers;
  }

  /** The call without its body. */
  static Request head(HttpServerExchange http, DialectRules rules) {
    HeaderMap headers = http.getRequestHeaders();
    Request bare =
        new Request(
            rules,
            http.getRequestMethod().toString(),
            path(http),
            http.getQueryString(),
            Map.of(),
            values(headers.get(Headers.AUTHORIZATION)),
            values(headers.get(X_ACCESS_TOKEN)),
            headers.getFirst(Headers.CONTENT_TYPE),
            new byte[0],
            null);
    // Nobody asks for those of logins and exchanges, which are many.
    return bare.endpoint() == Endpoint.RESOURCE ? bare.withHeaders(headers(headers)) : bare;
  }

  private static Map<String, String> headers(HeaderMap all) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HeaderValues header : all) {
      if (!CREDENTIALS.contains(header.getHeaderName())) {
        headers.put(header.getHeaderName().toString(), String.join(", ", header));
      }
    }
    return headers;
  }

  private static List<String> values(@Nullable HeaderValues header) {
    return header == null ? List.of() : List.copyOf(header);
  }

  /**
   * The path as it came, decoded. The server library takes what follows a semicolon for parameters
   * and leaves it out, so that many names would lead to one endpoint.
   */
  private static String path(HttpServerExchange http) {
    String uri = http.getRequestURI();
    return uri.indexOf(';') < 0
        ? http.getRequestPath()
        : URLUtils.decode(uri, "UTF-8", false, false, new StringBuilder());
  }

  /** Calls back once the body is there. */
  void read(HttpServerExchange http, BodyCallback callback) {
    long announced = http.getRequestContentLength();
    if (announced > MAX_BODY) { // the receiver would make room for all of it first
      refuseLarge(http, announced, callback);
      return;
    }
    Reception reception = new Reception(callback);
    Receiver receiver = http.getRequestReceiver();
    receiver.setMaxBufferSize(MAX_BODY);
    receiver.receiveFullBytes(reception, reception);
    if (!http.isRequestComplete()) {
      timers.deadline(
          limit, http, http::isRequestComplete, () -> giveUp(http, reception.taken, callback));
    }
  }

  /** Waits for the body of one call. */
  private static final class Reception
      implements Receiver.FullBytesCallback, Receiver.ErrorCallback {
    private final BodyCallback callback;
    private boolean taken;

    Reception(BodyCallback callback) {
      this.callback = callback;
    }

    @Override
    public void handle(HttpServerExchange http, byte[] body) {
      taken = true;
      callback.received(body, null);
    }

    @Override
    public void error(HttpServerExchange http, IOException problem) {
      taken = true;
      callback.received(NONE, unreadable(http, problem));
    }
  }

  private void refuseLarge(HttpServerExchange http, long announced, BodyCallback callback) {
    if (announced > MAX_DRAINED) {
      abandonBody(http);
    }
    callback.received(NONE, tooLarge());
    timers.deadline(limit, http, http::isRequestComplete);
  }

  private void giveUp(HttpServerExchange http, boolean taken, BodyCallback callback) {
    if (taken) { // and answered; what was left is the draining
      IoUtils.safeClose(http.getConnection());
      return;
    }
    abandonBody(http);
    Refusal late =
        Refusal.of(Reason.REQUEST_TIMEOUT, "The body did not come within " + Span.words(limit));
    Connectors.executeRootHandler(exchange -> callback.received(NONE, late), http);
  }

  private static Refusal unreadable(HttpServerExchange http, IOException problem) {
    if (problem instanceof Receiver.RequestToLargeException) {
      return tooLarge();
    }
    abandonBody(http);
    return Refusal.of(Reason.MALFORMED_JSON, "The body broke off before its end");
  }

  /** Why a body that came can't be read as it is, or null if it can. */
  static @Nullable Refusal encoded(HttpServerExchange http, byte[] body) {
    HeaderValues codings = http.getRequestHeaders().get(Headers.CONTENT_ENCODING);
    return BodyEncoding.problem(codings == null ? null : String.join(", ", codings), body);
  }

  private static void abandonBody(HttpServerExchange http) {
    http.setPersistent(false);
    Connectors.terminateRequest(http);
  }

  private static Refusal tooLarge() {
    return Refusal.of(
        Reason.BODY_TOO_LARGE,
        "The body is larger than the %s bytes that are read".formatted(MAX_BODY));
  }
}
