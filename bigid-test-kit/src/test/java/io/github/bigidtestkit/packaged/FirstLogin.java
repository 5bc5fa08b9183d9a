package io.github.bigidtestkit.packaged;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.RawHttp;

/** Runs in a JVM of its own: one login, as the first thing that happens there. */
final class FirstLogin {

  static final String ANSWERED = "the first login was answered: HTTP/1.1 200";

  private FirstLogin() {}

  public static void main(String[] args) {
    try (FakeBigId bigId = FakeBigId.start()) {
      String answer = RawHttp.exchange(bigId, RawHttp.login());
      System.out.println("the first login was answered: " + answer.substring(0, 12));
    }
  }
}
