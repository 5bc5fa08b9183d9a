package io.github.bigidtestkit.benchmark.run;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Ours divided by a peer's.
 *
 * @param measure what was measured
 * @param peer with whom we are compared
 * @param unit what the two medians are in
 * @param ours our median
 * @param theirs the peer's median
 * @param ratio the one by the other
 * @param low the 2.5th percentile of the ratio when the rounds are drawn anew (bootstrap)
 * @param high the 97.5th
 */
record Ratio(
    String measure,
    String peer,
    String unit,
    double ours,
    double theirs,
    double ratio,
    double low,
    double high) {

  private static final int DRAWS = 2_000;

  /** The same round is drawn for both, since what disturbs one turn often disturbs the next. */
  static Ratio of(
      String measure, String peer, String unit, List<Double> ours, List<Double> theirs) {
    int rounds = Math.min(ours.size(), theirs.size());
    double[] mine = numbers(ours, rounds);
    double[] others = numbers(theirs, rounds);
    double[] ratios = new double[DRAWS];
    Random random = new Random(1);
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] a = new double[rounds];
      double[] b = new double[rounds];
      for (int i = 0; i < rounds; i++) {
        int round = random.nextInt(rounds);
        a[i] = mine[round];
        b[i] = others[round];
      }
      ratios[draw] = median(a) / median(b);
    }
    java.util.Arrays.sort(ratios);
    return new Ratio(
        measure,
        peer,
        unit,
        median(mine),
        median(others),
        median(mine) / median(others),
        ratios[DRAWS * 25 / 1000],
        ratios[DRAWS * 975 / 1000]);
  }

  private static double[] numbers(List<Double> values, int count) {
    return values.stream().limit(count).mapToDouble(Double::doubleValue).toArray();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** As a line of the file. */
  String csv() {
    return String.format(Locale.ROOT, "%s,%s,%.4f,%.4f,%.4f", measure, peer, ratio, low, high);
  }
}
