package io.github.bigidtestkit.benchmark.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What 50 test classes with a server take more than 50 without. */
final class Suite {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LAUNCH = Duration.ofSeconds(60);
  private static final int CLASSES = 50;
  private static final int WARM = 10;
  private static final String PLAIN = "plain";

  private static final Map<String, String> TEMPLATES = new LinkedHashMap<>();

  static {
    TEMPLATES.put(PLAIN, "child.PlainClass");
    TEMPLATES.put("ours", "ours.OurClass");
    TEMPLATES.put("before", "ours.OurClass");
    TEMPLATES.put("mockwebserver", "mockwebserver.MockWebServerClass");
    TEMPLATES.put("wiremock", "wiremock.WireMockClass");
    TEMPLATES.put("mock-oauth2", "oauth2.MockOAuth2Class");
    TEMPLATES.put("floor", "child.FloorClass");
  }

  private final Options options;
  private final Series suite = new Series("suite", "ms");
  private final Series later = new Series("later-class", "ms");

  Suite(Options options) {
    this.options = options;
  }

  List<Series> measure() {
    Map<String, TestClasses> classes = new LinkedHashMap<>();
    TEMPLATES.forEach(
        (label, template) -> {
          if (Contender.all(options).contains(contender(label))) {
            classes.put(label, TestClasses.of(options, template, contender(label), CLASSES));
          }
        });
    Rounds.run(
        options.rounds(9, 3),
        LIMIT,
        List.copyOf(classes.keySet()),
        label -> run(label, classes.get(label)));
    return List.of(suite.minus(PLAIN), later.minus(PLAIN));
  }

  private static Contender contender(String label) {
    return Arrays.stream(Contender.values())
        .filter(contender -> contender.label().equals(label))
        .findFirst()
        .orElse(Contender.FLOOR);
  }

  private void run(String label, TestClasses classes) {
    try (Jvm jvm =
        Jvm.start(
            classes.classPath(), "SuiteRun", LAUNCH, classes.name(), "0", "" + CLASSES, "0")) {
      suite.add(label, Double.parseDouble(jvm.line("suite")) / 1e6);
      double[] each = millis(jvm.line("classes"));
      later.add(label, Ratio.median(Arrays.copyOfRange(each, WARM, CLASSES)));
    }
  }

  static double[] millis(String nanos) {
    return Arrays.stream(nanos.split(" ", -1))
        .mapToDouble(n -> Double.parseDouble(n) / 1e6)
        .toArray();
  }
}
