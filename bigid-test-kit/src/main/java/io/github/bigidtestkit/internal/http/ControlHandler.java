package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.internal.http.ControlCall.Unreadable;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes calls below a prefix to the control API, and all others to the next handler. */
public final class ControlHandler implements HttpHandler {

  private static final ControlAnswer FAILED = new ControlAnswer(500, Map.of(), new byte[0], null);

  private final String prefix;
  private final Function<ControlCall, ControlAnswer> control;
  private final RequestReader bodies;
  private final SandboxHandler next;

  /**
   * A handler of calls below a prefix.
   *
   * @param control answers them, one after the other, on a thread that all sandboxes share
   */
  public ControlHandler(
      String prefix, Function<ControlCall, ControlAnswer> control, SandboxHandler next) {
    this.prefix = prefix;
    this.control = control;
    this.bodies = next.requests;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange http) {
    // Raw: what is decoded first can be made to look like the prefix, and to lead out of it.
    String path = http.getRequestURI();
    if (!path.equals(prefix) && !path.startsWith(prefix + "/")) {
      next.handleRequest(http);
      return;
    }
    bodies.read(
        http,
        (body, refusal) ->
            dispatch(http, body, refusal == null ? RequestReader.encoded(http, body) : refusal));
  }

  /** Not on an I/O thread: a call that ends connections would wait for itself. */
  private void dispatch(HttpServerExchange http, byte[] body, @Nullable Refusal refusal) {
    ControlCall call =
        refusal == null ? call(http, body, null) : call(http, null, unreadable(refusal));
    http.dispatch(() -> answer(http, call));
  }

  private static Unreadable unreadable(Refusal refusal) {
    int status =
        switch (refusal.rejection().reason()) {
          case REQUEST_TIMEOUT -> 408;
          case BODY_TOO_LARGE -> 413;
          case UNSUPPORTED_CONTENT_ENCODING -> 415;
          default -> 400;
        };
    return new Unreadable(status, refusal.rejection().explanation());
  }

  private void answer(HttpServerExchange http, ControlCall call) {
    ControlAnswer answer = answer(call);
    Runnable afterwards = answer.afterwards();
    http.setStatusCode(answer.status());
    HeaderMap headers = http.getResponseHeaders();
    answer.headers().forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
    if (afterwards != null) {
      http.addExchangeCompleteListener(
          (done, rest) -> {
            http.getConnection().getWorker().execute(afterwards);
            rest.proceed();
          });
    }
    http.getResponseSender().send(ByteBuffer.wrap(answer.body()));
  }

  private ControlAnswer answer(ControlCall call) {
    try {
      return control.apply(call);
    } catch (RuntimeException defect) {
      return FAILED;
    }
  }

  private ControlCall call(
      HttpServerExchange http, byte @Nullable [] body, @Nullable Unreadable unreadable) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    http.getRequestHeaders()
        .forEach(values -> headers.put(values.getHeaderName().toString(), List.copyOf(values)));
    return new ControlCall(
        http.getRequestMethod().toString(),
        http.getRequestURI().substring(prefix.length()),
        http.getQueryString(),
        headers,
        http.getSourceAddress().getAddress(),
        body,
        unreadable);
  }

  @Override
  public String toString() {
    return "ControlHandler[%s]".formatted(prefix);
  }
}
