package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.internal.journal.Redaction;
import org.assertj.core.presentation.StandardRepresentation;
import org.jspecify.annotations.Nullable;

/** Shows texts shortened, also where an assertion of AssertJ's own fails. */
public final class ShortenedSecrets extends StandardRepresentation {

  public static String of(String secret) {
    return "token " + Redaction.shortenSecret(secret);
  }

  @Override
  public @Nullable String toStringOf(@Nullable Object object) {
    return object instanceof CharSequence text
        ? Redaction.shortenSecret(text.toString())
        : super.toStringOf(object);
  }
}
