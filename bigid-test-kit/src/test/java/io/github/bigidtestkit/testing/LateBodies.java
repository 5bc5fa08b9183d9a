package io.github.bigidtestkit.testing;

import io.github.bigidtestkit.EveryCall.Answered;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.LimitedSandbox;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.internal.http.Limits;
import io.github.bigidtestkit.internal.journal.Span;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls that announce a body which never comes, to a sandbox of little patience. */
public final class LateBodies {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private LateBodies() {}

  public static List<Answered> sent(SandboxConfig config, List<String> methods, String path) {
    List<RawHttp> calls = new ArrayList<>();
    List<Answered> answers = new ArrayList<>();
    try (FakeBigId bigId = LimitedSandbox.start(config, new Limits(LONG, LONG, SHORT, LONG))) {
      for (String method : methods) {
        String head = "%s %s HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{";
        calls.add(new RawHttp(bigId).send(head.formatted(method, path)));
      }
      for (String method : methods) {
        answers.add(answered(method, path, calls.get(answers.size()).answer()));
      }
    } finally {
      calls.forEach(RawHttp::close);
    }
    return answers;
  }

  private static Answered answered(String method, String path, String answer) {
    String[] parts = answer.split("\r\n\r\n", 2);
    String[] head = parts[0].split("\r\n", -1);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (int i = 1; i < head.length; i++) {
      String[] field = head[i].split(": ", 2);
      headers.put(field[0], List.of(field[1]));
    }
    return new Answered(
        method,
        path,
        Integer.parseInt(head[0].split(" ", -1)[1]),
        HttpHeaders.of(headers, (name, value) -> true),
        patient(parts[1]));
  }

  /** As it is with the patience that sandboxes have, which is too much for a test. */
  private static String patient(String body) {
    return body.replace(Span.words(SHORT), Span.words(Limits.DEFAULT.body()));
  }
}
