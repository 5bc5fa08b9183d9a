package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.internal.calibrate.Probe.Form;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a deployment did with a call.
 *
 * @param form in which form the call was made
 * @param granted whether the call got what it asked for
 * @param answer what came back
 * @param body what is kept of the body
 * @param trouble why this shows nothing of the deployment; empty if it does
 */
record Observation(
    Probe probe, Form form, boolean granted, Answer answer, Body body, String trouble) {

  /**
   * What is kept of an answer besides its body.
   *
   * @param status the status, or 0 without an answer
   * @param contentType without parameters but the charset; empty for none
   * @param challenge the scheme of {@code WWW-Authenticate}; empty for none
   * @param retryAfter the seconds of {@code Retry-After}; empty for none
   */
  record Answer(int status, String contentType, String challenge, String retryAfter) {
    static final Answer NONE = new Answer(0, "", "", "");
  }

  int status() {
    return answer.status();
  }

  /** Whether it shows how the deployment answers. */
  boolean conclusive() {
    return trouble.isEmpty();
  }

  /** In words, in one line. */
  String words() {
    String status = answer.status() == 0 ? "" : (granted ? "granted, " : "") + answer.status();
    String challenge =
        answer.challenge().isEmpty() ? "" : "WWW-Authenticate: " + answer.challenge();
    String wait = answer.retryAfter().isEmpty() ? "" : "Retry-After: " + answer.retryAfter();
    return Stream.of(status, answer.contentType(), body.text(), challenge, wait, trouble)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
