package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.internal.endpoint.Backend;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.github.bigidtestkit.internal.endpoint.Router;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.internal.token.TokenAuthority;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Sends each call on the one way through: read, answer, record, write. */
public final class SandboxHandler implements HttpHandler {

  final Backend backend;
  final Router router;
  final JournalWriter journal;
  final TokenAuthority tokens;
  final SandboxClock clock;
  final FaultRegistry faults;
  final ConnectionRegistry connections;
  final Limits limits;
  final RequestReader requests;

  public SandboxHandler(
      Backend backend, FaultRegistry faults, ConnectionRegistry connections, Limits limits) {
    this.backend = backend;
    this.router = backend.router();
    this.journal = backend.journalWriter();
    this.tokens = backend.authority();
    this.clock = backend.clock();
    this.faults = faults;
    this.connections = connections;
    this.limits = limits;
    this.requests = new RequestReader(limits.body(), connections.timers);
  }

  @Override
  public void handleRequest(HttpServerExchange http) {
    if (!Cors.preflight(http, backend.config().corsOrigins())) {
      new RequestContext(http, this).begin();
    }
  }

  @Override
  public String toString() {
    return "SandboxHandler[%s]".formatted(limits);
  }
}
