package io.github.bigidtestkit.benchmark.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One measure: what each server was found to take, round by round.
 *
 * @param measure the measure's name
 * @param unit what the values are in
 * @param values the values of each server, one a round
 */
record Series(String measure, String unit, Map<String, List<Double>> values) {

  static final String OURS = Contender.OURS.label();

  /** Where one figure of ours is held against another: the one that is judged. */
  static final String SUBJECT = "subject";

  Series(String measure, String unit) {
    this(measure, unit, new LinkedHashMap<>());
  }

  void add(Contender contender, double value) {
    add(contender.label(), value);
  }

  void add(String label, double value) {
    values.computeIfAbsent(label, key -> new ArrayList<>()).add(value);
  }

  /** Ours against each peer; or the subject against ours. */
  List<Ratio> ratios() {
    return values.containsKey(SUBJECT)
        ? against(SUBJECT, List.of(OURS))
        : against(
            OURS,
            Stream.of(Contender.values())
                .map(Contender::label)
                .filter(label -> !label.equals(OURS) && values.containsKey(label))
                .toList());
  }

  private List<Ratio> against(String subject, List<String> peers) {
    return peers.stream()
        .map(peer -> Ratio.of(measure, peer, unit, values.get(subject), values.get(peer)))
        .toList();
  }

  /** What is left when the median of one label is taken off the others. */
  Series minus(String label) {
    double base = Ratio.median(values.get(label).stream().mapToDouble(v -> v).toArray());
    Series rest = new Series(measure, unit);
    values.forEach((other, list) -> list.forEach(value -> rest.add(other, value - base)));
    rest.values.remove(label);
    return rest;
  }
}
