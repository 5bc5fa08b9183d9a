package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.calibrate.Observation.Answer;
import io.github.bigidtestkit.internal.calibrate.Probe.Form;
import io.github.bigidtestkit.internal.config.Setting;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One calibration under way: makes the calls, one at a time. */
final class Interview {

  private static final String NOT_ASKED = "not asked, since ";
  private static final String TOKEN = "[\\x21-\\x7e]+";
  private static final int MOST_SILENT = 3;
  private static final Form NO_FORM = new Form("GET", null, null);

  /** After these, the same login in another form might lock the user out. */
  private static final Set<Integer> LOGIN_REFUSED = Set.of(401, 423, 429);

  private final Inquiry inquiry;
  private final Deployment deployment;
  private final Secrets secrets = new Secrets();
  private final List<Observation> seen = new ArrayList<>();
  private final Map<Setting, IssuedToken> tokens = new EnumMap<>(Setting.class);
  private String accessToken = "";
  private int silent;

  Interview(Inquiry inquiry) {
    this.inquiry = inquiry;
    this.deployment = new Deployment(inquiry);
    IssuedToken.of(Setting.USER_TOKEN_TTL, inquiry.userToken(), secrets);
    secrets.addName(inquiry.username());
    secrets.add(inquiry.password());
    secrets.addName(inquiry.url().getHost());
  }

  /** Makes the calls, and gives what was seen: one for each call of the list. */
  List<Observation> run() {
    for (Probe probe : inquiry.probes()) {
      Form like = accepted(probe.endpoint).map(Observation::form).orElse(NO_FORM);
      Form form = probe.form == null ? like : probe.form;
      String reason = reasonAgainst(probe);
      seen.add(reason.isEmpty() ? asked(probe, form) : none(probe, form, NOT_ASKED + reason));
    }
    return seen;
  }

  /** The last token of each kind that was issued. */
  List<IssuedToken> tokens() {
    return List.copyOf(tokens.values());
  }

  private static Observation none(Probe probe, Form form, String trouble) {
    return new Observation(probe, form, false, Answer.NONE, Body.NONE, trouble);
  }

  private Optional<Observation> accepted(Endpoint endpoint) {
    return seen.stream().filter(o -> o.probe().endpoint == endpoint && o.granted()).findFirst();
  }

  /** Why a call is not made; empty if it is. */
  private String reasonAgainst(Probe probe) {
    if (silent == MOST_SILENT) {
      return "the calls before had no answer";
    }
    if (probe == Probe.LOGIN_FORM && LOGIN_REFUSED.contains(seen.get(seen.size() - 1).status())) {
      return "this login was just refused";
    }
    if (probe.form == null && accepted(probe.endpoint).isEmpty()) {
      return "no call like it was accepted";
    }
    boolean needsToken = probe.endpoint == Endpoint.RESOURCE && probe != Probe.DATA_NO_TOKEN;
    return needsToken && accessToken.isEmpty() ? "no token was issued" : "";
  }

  private Observation asked(Probe probe, Form form) {
    String token = probe.endpoint == Endpoint.REFRESH ? inquiry.userToken() : accessToken;
    if (probe.isDamaged()) {
      token = damaged(token);
      secrets.add(token);
    }
    boolean wrong = probe == Probe.LOGIN_WRONG_PASSWORD;
    try {
      TimeUnit.MILLISECONDS.sleep(seen.isEmpty() ? 0 : inquiry.pause().toMillis());
      var response = deployment.call(probe, form, token, wrong ? "wrong" : inquiry.password());
      silent = 0;
      return observed(probe, form, response);
    } catch (ExecutionException | TimeoutException failed) {
      silent++;
      return none(probe, form, NetworkError.words(failed));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      silent = MOST_SILENT;
      return none(probe, form, "interrupted");
    }
  }

  /** A token that can't verify: some letter in its last part is another one. */
  private static String damaged(String token) {
    int at = token.length() - Math.max(1, Math.min(10, token.length() / 2));
    return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
  }

  private Observation observed(Probe probe, Form form, HttpResponse<String> response) {
    int status = response.statusCode();
    Map<?, ?> json = Body.json(response.body()) instanceof Map<?, ?> members ? members : Map.of();
    boolean success = status >= 200 && status < 300;
    boolean issued = success && issues(probe, json);
    Body body = Body.of(response.body(), secrets);
    boolean isJson = body.form().matches("[{\\[].*");
    boolean data =
        success
            && probe.endpoint == Endpoint.RESOURCE
            && isJson
            && !Boolean.FALSE.equals(json.get("success"));
    boolean granted = issued || (data && isData(probe, body));
    boolean odd = !isJson || Boolean.TRUE.equals(json.get("success"));
    boolean gateway = (success && !granted && odd) || status == 429 || status >= 500;
    return new Observation(
        probe,
        form,
        granted,
        new Answer(
            status,
            secrets.first(
                "[a-zA-Z]{1,20}/[\\w.+-]{1,40}(; ?charset=[\\w-]{1,20})?",
                header(response, "Content-Type")),
            secrets.first("[A-Za-z]{1,20}", header(response, "WWW-Authenticate")),
            secrets.first("\\d{1,6}$", header(response, "Retry-After"))),
        granted ? new Body("", body.form()) : data ? new Body(body.form(), body.form()) : body,
        gateway ? "probably not of the API itself" : "");
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Some refuse with status 200, so what looks like data must not be what all others get. */
  private boolean isData(Probe probe, Body body) {
    Stream<Observation> alike = seen.stream().filter(o -> o.body().form().equals(body.form()));
    return switch (probe) {
      case NO_SUCH_PATH, DATA_NO_TOKEN -> false;
      case DATA_TRAILING_SLASH -> alike.anyMatch(Observation::granted);
      default -> alike.noneMatch(o -> o.probe() == Probe.DATA_NO_TOKEN);
    };
  }

  /** Whether the answer has a token, which later calls then show. */
  private boolean issues(Probe probe, Map<?, ?> json) {
    if (probe.endpoint == Endpoint.RESOURCE) {
      return false;
    }
    secrets.addName(json.get("username") instanceof String text ? text : "");
    secrets.addName(json.get("firstName") instanceof String text ? text : "");
    boolean login = probe.endpoint == Endpoint.SESSIONS;
    String token =
        json.get(login ? "auth_token" : "systemToken") instanceof String text ? text : "";
    if (!token.matches(TOKEN)) {
      return false;
    }
    Setting setting = login ? Setting.SESSION_TOKEN_TTL : Setting.SYSTEM_TOKEN_TTL;
    tokens.put(setting, IssuedToken.of(setting, token, secrets));
    accessToken = login && !accessToken.isEmpty() ? accessToken : token;
    return true;
  }
}
