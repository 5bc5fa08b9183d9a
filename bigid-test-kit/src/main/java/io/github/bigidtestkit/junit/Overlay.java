package io.github.bigidtestkit.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lays an inner list over an outer one. */
final class Overlay {

  private Overlay() {}

  /**
   * The outer elements, less those that an inner one of the same key replaces, and then the inner
   * ones. Twins within the inner list stay, so that they are found and refused.
   */
  static <T> List<T> of(List<T> outer, List<T> inner, Function<T, String> key) {
    List<String> replaced = inner.stream().map(key).toList();
    List<T> all = new ArrayList<>();
    outer.stream().filter(element -> !replaced.contains(key.apply(element))).forEach(all::add);
    all.addAll(inner);
    return all;
  }
}
