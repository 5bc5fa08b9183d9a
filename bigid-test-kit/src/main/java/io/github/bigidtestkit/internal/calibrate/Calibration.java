package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.internal.config.Settings;
import io.github.bigidtestkit.internal.json.DialectJson;
import io.github.bigidtestkit.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What came of a calibration. */
public final class Calibration {

  private final List<Observation> calls;
  private final List<IssuedToken> tokens;
  private final Findings findings;
  private final List<String> changes;

  /**
   * Makes the calls.
   *
   * @param expected what to compare with; may be empty
   */
  public Calibration(Inquiry inquiry, Settings expected) {
    Interview interview = new Interview(inquiry);
    this.calls = interview.run();
    this.tokens = interview.tokens();
    this.findings = new Findings(calls);
    this.changes = changes(expected);
  }

  /** Why the deployment could not be asked; empty if it could. */
  public String problem() {
    return findings.issued()
        ? ""
        : "The deployment issued no token, so little can be said of it. The first call: %s. Check the user token, that --url ends in /api/v1, and the network."
            .formatted(calls.get(0).words());
  }

  /** Whether each call had an answer of the deployment. */
  public boolean isComplete() {
    return calls.stream().allMatch(Observation::conclusive);
  }

  /** In what the deployment differs from what was expected. */
  public List<String> changes() {
    return changes;
  }

  private List<String> changes(Settings expected) {
    List<String> all = new ArrayList<>();
    if (expected.get(Setting.DIALECT) instanceof DialectRules rules) {
      all.addAll(findings.differences(rules, true));
    }
    for (IssuedToken token : tokens) {
      Object before = expected.get(token.setting());
      if (before != null && !before.equals(token.lifetime())) {
        all.add(
            "%s [%s], in the file [%s]".formatted(token.setting().key(), token.lifetime(), before));
      }
    }
    return all;
  }

  private Map<String, Object> config() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("dialect", DialectJson.of(findings.rules, findings.nearest));
    for (IssuedToken token : tokens) {
      if (token.lifetime() != null) {
        config.put(token.setting().key(), token.lifetime());
      }
    }
    return config;
  }

  /**
   * Writes a configuration with what was seen, as a whole or not at all.
   *
   * @throws IOException if it can't be written
   */
  public void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, Json.pretty(config()));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** For machines. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("calls", calls);
    all.put("tokens", tokens);
    all.put("nearest", findings.nearest);
    for (Dialect dialect : Dialect.values()) {
      all.put("differencesFrom" + dialect, findings.differences(dialect.rules(), false));
    }
    all.put("changes", changes);
    all.put("config", config());
    return new String(Json.map(all), StandardCharsets.UTF_8);
  }

  /** A table and what follows from it. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    for (Observation call : calls) {
      lines.add("%-24s %s".formatted(call.probe().label(), call.words()));
      lines.add("%-24s   same in %s".formatted("", same(call)));
    }
    for (IssuedToken token : tokens) {
      lines.add(
          "%s [%s], claims %s".formatted(token.setting().key(), token.lifetime(), token.claims()));
    }
    lines.add("Best match: " + findings.nearest);
    list(lines, "Differences from it", findings.differences(findings.nearest.rules(), false));
    list(lines, "Seen, but rules can't say it", findings.differences(findings.rules, false));
    list(lines, "Unverified", new TreeSet<>(findings.rules.unverified()));
    list(lines, "Differences from the file", changes);
    return lines;
  }

  private static List<String> same(Observation call) {
    return Stream.of(Dialect.values())
        .filter(dialect -> call.conclusive() && new Expectation(dialect.rules(), call).same())
        .map(Dialect::name)
        .toList();
  }

  private static void list(List<String> lines, String title, Iterable<String> items) {
    lines.add(title + (items.iterator().hasNext() ? ":" : ": none"));
    items.forEach(item -> lines.add("  - " + item));
  }
}
