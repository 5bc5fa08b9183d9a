package io.github.bigidtestkit.benchmark.run;

import java.util.Arrays;

/** What the kit is meant to reach. A goal that is missed is shown, and fails no build. */
enum Goals {
  COLD_MOCKWEBSERVER("cold", "mockwebserver", true, 1.0),
  COLD_WIREMOCK("cold", "wiremock", true, 0.30),
  CYCLE_MOCKWEBSERVER("cycle", "mockwebserver", true, 0.75),
  CYCLE_WIREMOCK("cycle", "wiremock", true, 0.10),
  CYCLE_FLOOR("cycle", "floor", true, 1.5),
  SUITE_MOCKWEBSERVER("suite", "mockwebserver", true, 0.75),
  SUITE_WIREMOCK("suite", "wiremock", true, 0.20),
  LATER_CLASS_MOCKWEBSERVER("later-class", "mockwebserver", true, 0.5),
  RESET("reset", "ours", true, 0.02),
  THROUGHPUT_UNDERTOW("throughput", "undertow", false, 0.85),
  THROUGHPUT_MOCKWEBSERVER("throughput", "mockwebserver", false, 2),
  THROUGHPUT_WIREMOCK("throughput", "wiremock", false, 2.5),
  RSS_MOCKWEBSERVER("rss", "mockwebserver", true, 1.1),
  CLASS_PATH("class-path", "ours", true, 5.5);

  private final String measure;
  private final String peer;
  private final boolean atMost;
  private final double limit;

  Goals(String measure, String peer, boolean atMost, double limit) {
    this.measure = measure;
    this.peer = peer;
    this.atMost = atMost;
    this.limit = limit;
  }

  /** What a goal says of the ratio; empty where there is none. */
  static String verdict(Ratio ratio) {
    return Arrays.stream(values())
        .filter(goal -> goal.measure.equals(ratio.measure()) && goal.peer.equals(ratio.peer()))
        .map(goal -> goal.judge(ratio.ratio()))
        .findFirst()
        .orElse("");
  }

  private String judge(double ratio) {
    boolean met = atMost ? ratio <= limit : ratio >= limit;
    return "goal " + (atMost ? "<= " : ">= ") + limit + (met ? " met" : " MISSED");
  }
}
