package io.github.bigidtestkit.budget;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.RawHttp;

/** Runs in a JVM of its own: one login, as the first thing that happens there. */
public final class FirstLogin {

  public static final String ANSWERED = "the first login was answered: HTTP/1.1 200";
  static final String THREAD = "thread of the sandbox: ";

  private FirstLogin() {}

  public static void main(String[] args) {
    try (FakeBigId bigId = FakeBigId.start()) {
      String answer = RawHttp.exchange(bigId, RawHttp.login());
      System.out.println("the first login was answered: " + answer.substring(0, 12));
      Thread.getAllStackTraces().keySet().stream()
          .map(Thread::getName)
          .filter(name -> name.startsWith("bigid-test-kit"))
          .forEach(name -> System.out.println(THREAD + name));
    }
  }
}
