package io.github.bigidtestkit.benchmark.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measure: what each server was found to take, round by round.
 *
 * @param measure the measure's name
 * @param unit what the values are in
 * @param values the values of each server, one a round
 */
record Series(String measure, String unit, Map<String, List<Double>> values) {

  static final String OURS = Contender.OURS.label();

  Series(String measure, String unit) {
    this(measure, unit, new LinkedHashMap<>());
  }

  void add(Contender contender, double value) {
    add(contender.label(), value);
  }

  void add(String label, double value) {
    values.computeIfAbsent(label, key -> new ArrayList<>()).add(value);
  }

  /** Ours against each peer. */
  List<Ratio> ratios() {
    return against(OURS, values.keySet().stream().filter(label -> !label.equals(OURS)).toList());
  }

  private List<Ratio> against(String subject, List<String> peers) {
    return peers.stream()
        .map(peer -> Ratio.of(measure, peer, unit, values.get(subject), values.get(peer)))
        .toList();
  }

  /** One value against another of our own. */
  Ratio ratioTo(String subject, String peer) {
    return Ratio.of(measure, peer, unit, values.get(subject), values.get(peer));
  }
}
