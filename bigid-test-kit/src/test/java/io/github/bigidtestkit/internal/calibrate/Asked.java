package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What an interview of a sandbox or of another server gave. */
record Asked(List<Observation> seen, List<IssuedToken> tokens, Findings findings) {

  static final String USER = "qwertyuser";
  static final String PASSWORD = "zxcvbn";

  static SandboxConfig.Builder sandbox(DialectRules rules) {
    return SandboxConfig.builder()
        .dialect(rules)
        .systemTokenTtl(Duration.ofMinutes(17))
        .sessionTokenTtl(Duration.ofHours(9))
        .user(USER, PASSWORD)
        .resources(
            Resource.of("GET", "/ds-connections").answers("{\"status\":\"success\",\"data\":{}}"));
  }

  static Asked of(DialectRules rules) {
    try (FakeBigId bigId = FakeBigId.start(sandbox(rules).build())) {
      return of(bigId, true);
    }
  }

  static Asked of(FakeBigId bigId, boolean login) {
    return of(inquiry(bigId.baseUrl(), bigId.tokens().userToken(USER), login));
  }

  static Asked of(Inquiry inquiry) {
    Interview interview = new Interview(inquiry);
    List<Observation> seen = interview.run();
    return new Asked(seen, interview.tokens(), new Findings(seen));
  }

  static Inquiry inquiry(URI url, String token, boolean login) {
    return new Inquiry(
        url,
        "/ds-connections?limit=1",
        token,
        login ? USER : "",
        login ? PASSWORD : "",
        login,
        Duration.ofSeconds(20),
        Duration.ZERO,
        null,
        null);
  }

  Observation seen(Probe probe) {
    return seen.stream().filter(call -> call.probe() == probe).findFirst().orElseThrow();
  }

  /** One line for each call. */
  List<String> words() {
    return seen.stream().map(call -> call.probe() + ": " + call.words()).toList();
  }
}
