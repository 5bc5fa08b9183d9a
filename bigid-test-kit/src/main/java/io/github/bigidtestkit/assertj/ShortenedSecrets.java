package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.token.Secrets;
import org.assertj.core.presentation.StandardRepresentation;
import org.jspecify.annotations.Nullable;

/** Shows texts shortened, also where an assertion of AssertJ's own fails. */
final class ShortenedSecrets extends StandardRepresentation {

  static String of(String secret) {
    return "token " + Secrets.shorten(secret);
  }

  @Override
  public @Nullable String toStringOf(@Nullable Object object) {
    return object instanceof CharSequence text
        ? Secrets.shorten(text.toString())
        : super.toStringOf(object);
  }
}
