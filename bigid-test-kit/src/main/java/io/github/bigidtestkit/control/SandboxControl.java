package io.github.bigidtestkit.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.control.AccessFilter;
import io.github.bigidtestkit.internal.control.AccessKey;
import io.github.bigidtestkit.internal.control.Answers;
import io.github.bigidtestkit.internal.control.Problem;
import io.github.bigidtestkit.internal.control.Route;
import io.github.bigidtestkit.internal.control.Router;
import io.github.bigidtestkit.internal.control.Routes;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.http.ControlApi;
import io.github.bigidtestkit.internal.http.ControlCall;
import java.net.URI;
import java.util.List;

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
 * move the clock, start faults, change users. Unless one is chosen, it is made anew for each
 * control API and held by nobody else. Only callers on the same machine are answered, and from
 * browsers only the page itself. {@code /__sandbox/openapi.yaml} describes the calls.
 *
 * <p>Thread-safe. One control API can serve several sandboxes.
 */
public final class SandboxControl implements ControlApi {

  /** The path below which the control API is. */
  public static final String PREFIX = "/__sandbox";

  private final AccessKey key;
  private final AccessFilter doorkeeper;
  private final Router router;

  private SandboxControl(AccessKey key) {
    this.key = key;
    this.doorkeeper = new AccessFilter(key);
    this.router = new Router(doorkeeper, routes());
  }

  /** A control API with a random key. */
  public static SandboxControl create() {
    return new SandboxControl(AccessKey.random());
  }

  /**
   * A control API with a key that others know already.
   *
   * @param key 16 to 256 letters, digits, or characters of {@code -_.~}
   * @throws IllegalArgumentException if it is no such text
   */
  public static SandboxControl withKey(String key) {
    return new SandboxControl(AccessKey.chosen(key));
  }

  public static List<Route> routes() {
    return Routes.all();
  }

  /** The key, to be sent as {@code Authorization: Bearer}; a random one has 256 bits. */
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
      doorkeeper.check(call, bigId.config().transport().hostNames());
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
