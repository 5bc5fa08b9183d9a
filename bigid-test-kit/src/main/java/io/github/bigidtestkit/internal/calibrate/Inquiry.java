package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.Endpoint;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, and how.
 *
 * @param url the base URL, without a slash at its end
 * @param dataPath the path of the data call, below the base URL
 * @param userToken the user token
 * @param username the user who logs in; empty for no login
 * @param wrongPassword whether to log in with a wrong password, once
 * @param timeout the limit of each call
 * @param pause the time between two calls
 * @param tls what to trust, or null for what the JVM trusts
 * @param proxy the way there, or null for what the JVM uses
 */
public record Inquiry(
    URI url,
    String dataPath,
    String userToken,
    String username,
    String password,
    boolean wrongPassword,
    Duration timeout,
    Duration pause,
    @Nullable SSLContext tls,
    @Nullable ProxySelector proxy) {

  /** The calls that are made. */
  List<Probe> probes() {
    return Stream.of(Probe.values())
        .filter(probe -> probe != Probe.LOGIN_WRONG_PASSWORD || wrongPassword)
        .filter(probe -> probe.endpoint != Endpoint.SESSIONS || !username.isEmpty())
        .toList();
  }

  /** The calls in words. */
  public List<String> plan() {
    return probes().stream()
        .map(
            p ->
                p.label() + ": " + (p.form == null ? "" : p.form.method() + " ") + p.path(dataPath))
        .toList();
  }
}
