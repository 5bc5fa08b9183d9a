package io.github.bigidtestkit.control;

import io.github.bigidtestkit.server.ControlAnswer;
import io.github.bigidtestkit.server.ControlApi;
import io.github.bigidtestkit.server.ControlCall;
import io.github.bigidtestkit.server.FakeBigId;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The control API of a sandbox and its live page, below {@code /__sandbox} on the sandbox's port.
 *
 * <pre>{@code
 * SandboxControl control = SandboxControl.create();
 * try (FakeBigId bigId = FakeBigId.start(config, control)) {
 *   System.out.println(control.page(bigId)); // to be opened in a browser
 *   …
 * }
 * }</pre>
 *
 * <p>Whoever has the {@linkplain #key() key} can do with the sandbox what tests can: make tokens,
 * move the clock, start faults, change users. It is made anew for each control API and held by
 * nobody else. Only callers on the same machine are answered, and from browsers only the page
 * itself. {@code /__sandbox/openapi.yaml} describes the calls.
 *
 * <p>Thread-safe. One control API can serve several sandboxes.
 */
public final class SandboxControl implements ControlApi {

  /** The path below which the control API is. */
  public static final String PREFIX = "/__sandbox";

  private final AccessKey key = AccessKey.random();
  private final Doorkeeper doorkeeper;
  private final Router router;

  private SandboxControl(Set<String> names) {
    this.doorkeeper = new Doorkeeper(key, names);
    this.router = new Router(doorkeeper, routes());
  }

  /**
   * A control API with a random key.
   *
   * @param names by which hosts' names it may be called besides {@code 127.0.0.1}, {@code
   *     localhost} and {@code [::1]}, without a port
   */
  public static SandboxControl create(String... names) {
    Set<String> lower = new HashSet<>();
    for (String name : names) {
      lower.add(name.toLowerCase(Locale.ROOT));
    }
    return new SandboxControl(Set.copyOf(lower));
  }

  static List<Route> routes() {
    return Routes.all();
  }

  /** The key, to be sent as {@code Authorization: Bearer}; 43 characters, 256 random bits. */
  public String key() {
    return key.text();
  }

  /** The address of the live page of a sandbox, with the key in it: a secret. */
  public URI page(FakeBigId bigId) {
    return URI.create(bigId.origin() + PREFIX + "/#key=" + key.text());
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public ControlAnswer answer(FakeBigId bigId, ControlCall call) {
    try {
      doorkeeper.check(call);
      return router.answer(bigId, call);
    } catch (Problem problem) {
      return Answers.problem(problem);
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      return Answers.problem(Problem.of(400, String.valueOf(wrong.getMessage())));
    } catch (RuntimeException defect) {
      return Answers.problem(Problem.of(500, "The sandbox itself failed: " + defect));
    }
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "SandboxControl[%s]".formatted(PREFIX);
  }
}
