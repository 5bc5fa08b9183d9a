package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlAnswer;

/** Why a call is refused, as problem details for HTTP APIs (RFC 9457) say it. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ControlAnswer answer;

  private Problem(ControlAnswer answer) {
    super(null, null, false, false);
    this.answer = answer;
  }

  static Problem of(int status, String detail) {
    return new Problem(Answers.problem(status, detail));
  }

  /** The same with a header. */
  Problem with(String name, String value) {
    return new Problem(Answers.with(answer, name, value));
  }

  ControlAnswer answer() {
    return answer;
  }
}
