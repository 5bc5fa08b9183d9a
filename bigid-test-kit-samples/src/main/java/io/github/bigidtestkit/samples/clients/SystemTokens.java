package io.github.bigidtestkit.samples.clients;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Keeps one system token for all threads: whoever comes while it is renewed waits for that. */
final class SystemTokens {

  private static final int ATTEMPTS = 3;

  private final Renewal renewal;
  private final Settings settings;
  private @Nullable String latest;
  private Instant renewAt = Instant.MIN;

  SystemTokens(Renewal renewal, Settings settings) {
    this.renewal = renewal;
    this.settings = settings;
  }

  /** A token that should be good. */
  synchronized String current() throws IOException {
    String token = latest;
    return token != null && settings.clock().instant().isBefore(renewAt) ? token : renew();
  }

  /** Another token than the one that was rejected. */
  synchronized String insteadOf(String rejected) throws IOException {
    String token = latest;
    return token != null && !token.equals(rejected) ? token : renew();
  }

  private String renew() throws IOException {
    latest = null;
    String token = attempt(ATTEMPTS);
    renewAt = expiry(token).minus(settings.margin());
    latest = token;
    return token;
  }

  private String attempt(int left) throws IOException {
    try {
      return renewal.renew();
    } catch (IOException mayPass) {
      if (left == 1) {
        throw mayPass;
      }
    }
    rest();
    return attempt(left - 1);
  }

  private void rest() throws InterruptedIOException {
    try {
      Thread.sleep(settings.pause().toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted between two renewals");
    }
  }

  /** The claim {@code exp} of a JWT. That it is genuine is BigID's business. */
  private static Instant expiry(String token) throws IOException {
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
      return Instant.ofEpochSecond(Json.MAPPER.readTree(claims).required("exp").longValue());
    } catch (RuntimeException unreadable) {
      throw new IOException("BigID sent no readable token", unreadable);
    }
  }
}
