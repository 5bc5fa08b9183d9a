package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.control.SandboxControl;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.http.ControlCall;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;

/** Answers the calls to the control API. Thread-safe. */
public class ControlServer implements SandboxControl {

  /** The path below which the control API is. */
  public static final String PREFIX = "/__sandbox";

  private static final int RANDOM_BYTES = 32;

  private final String key;
  private final AccessFilter access;

  public ControlServer(String key) {
    if (!key.matches("[A-Za-z0-9_.~-]{16,256}")) {
      throw new IllegalArgumentException(
          "The key of the control API must have 16 to 256 letters, digits, or characters of [-_.~]. Choose another one, or leave it out for a random one.");
    }
    this.key = key;
    this.access = new AccessFilter(key);
  }

  public static ControlServer withRandomKey() {
    byte[] bits = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bits);
    return new ControlServer(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public URI page(FakeBigId bigId) {
    return URI.create(bigId.origin() + PREFIX + "/#key=" + key);
  }

  /** Answers a call to a sandbox. */
  public ControlAnswer answer(FakeBigId bigId, ControlCall call) {
    try {
      access.check(call, bigId.config().hostNames());
      return Router.answer(bigId, call, access);
    } catch (Problem problem) {
      return problem.answer();
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      return Answers.problem(400, String.valueOf(wrong.getMessage()));
    } catch (RuntimeException defect) {
      return Answers.problem(500, "The sandbox itself failed: " + defect);
    }
  }

  /** Contains no secret. */
  @Override
  public String toString() {
    return "SandboxControl[%s]".formatted(PREFIX);
  }
}
