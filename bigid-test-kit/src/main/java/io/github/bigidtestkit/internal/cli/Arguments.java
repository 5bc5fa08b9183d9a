package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.internal.json.Likeness;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Refuses command lines that the parser would misread, or refuse in words that repeat a value: what
 * stands in the wrong place may be a secret.
 *
 * @param options the known options by their names
 * @param from the index of the first argument that belongs to them
 */
record Arguments(Map<String, OptionSpec> options, List<String> args, int from) {

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if an argument is neither an option nor the value of one, if
   *     an option has no value that needs one, or the other way round
   */
  void check() {
    for (int i = from; i < args.size(); i++) {
      String name = name(i);
      boolean hasValue = name.length() < args.get(i).length();
      OptionSpec option = options.get(name);
      if (option == null) {
        throw new IllegalArgumentException(
            "Argument %s is not known. %sIt is not shown, since it may be a secret. Write [--option value] or [--option=value]."
                .formatted(i + 1, Likeness.hint(name, options.keySet())));
      }
      boolean needsValue = option.arity().max() > 0;
      if (hasValue && !needsValue) {
        throw new IllegalArgumentException("[%s] takes no value. Remove it.".formatted(name));
      }
      if (needsValue && !hasValue && (++i == args.size() || options.containsKey(name(i)))) {
        throw new IllegalArgumentException(
            "[%s] has no value. Write [%s=%s].".formatted(name, name, option.paramLabel()));
      }
    }
  }

  private String name(int index) {
    return args.get(index).replaceFirst("(?s)=.*", "");
  }
}
