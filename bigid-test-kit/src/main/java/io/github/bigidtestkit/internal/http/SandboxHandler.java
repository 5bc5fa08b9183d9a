package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.internal.endpoint.Backend;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Sends each call on the one way through: read, answer, record, write. */
public final class SandboxHandler implements HttpHandler {

  final Backend backend;
  final FaultRegistry faults;
  final ConnectionRegistry connections;
  final Limits limits;
  final BodyReader bodies;

  public SandboxHandler(
      Backend backend, FaultRegistry faults, ConnectionRegistry connections, Limits limits) {
    this.backend = backend;
    this.faults = faults;
    this.connections = connections;
    this.limits = limits;
    this.bodies = new BodyReader(limits.body());
  }

  @Override
  public void handleRequest(HttpServerExchange http) {
    new RequestContext(http, this).begin();
  }

  @Override
  public String toString() {
    return "SandboxHandler[%s]".formatted(limits);
  }
}
