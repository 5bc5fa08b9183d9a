package io.github.bigidtestkit.internal.calibrate;

import static io.github.bigidtestkit.Endpoint.REFRESH;
import static io.github.bigidtestkit.Endpoint.RESOURCE;
import static io.github.bigidtestkit.Endpoint.SESSIONS;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.LoginFormat;
import io.github.bigidtestkit.TokenScheme;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The calls of a calibration, in their order. Each is made once. */
@SuppressWarnings("ImmutableEnumChecker") // forms are records of immutable values
enum Probe {
  EXCHANGE_GET_RAW(REFRESH, new Form("GET", TokenScheme.RAW, null)),
  EXCHANGE_GET_BEARER(REFRESH, new Form("GET", TokenScheme.BEARER, null)),
  EXCHANGE_GET_X_ACCESS_TOKEN(REFRESH, new Form("GET", TokenScheme.X_ACCESS_TOKEN, null)),
  EXCHANGE_POST_RAW(REFRESH, new Form("POST", TokenScheme.RAW, null)),
  EXCHANGE_POST_BEARER(REFRESH, new Form("POST", TokenScheme.BEARER, null)),
  EXCHANGE_POST_X_ACCESS_TOKEN(REFRESH, new Form("POST", TokenScheme.X_ACCESS_TOKEN, null)),
  EXCHANGE_DAMAGED_TOKEN(REFRESH, null),
  LOGIN_JSON(SESSIONS, new Form("POST", null, LoginFormat.JSON)),
  LOGIN_FORM(SESSIONS, new Form("POST", null, LoginFormat.FORM)),
  LOGIN_WRONG_PASSWORD(SESSIONS, null),
  DATA_NO_TOKEN(RESOURCE, new Form("GET", null, null)), // before those that are compared with it
  DATA_RAW(RESOURCE, new Form("GET", TokenScheme.RAW, null)),
  DATA_BEARER(RESOURCE, new Form("GET", TokenScheme.BEARER, null)),
  DATA_X_ACCESS_TOKEN(RESOURCE, new Form("GET", TokenScheme.X_ACCESS_TOKEN, null)),
  DATA_DAMAGED_TOKEN(RESOURCE, null),
  DATA_TRAILING_SLASH(RESOURCE, null),
  NO_SUCH_PATH(RESOURCE, null);

  /** What is null does not apply. */
  record Form(String method, @Nullable TokenScheme scheme, @Nullable LoginFormat format) {}

  final Endpoint endpoint;

  /** The form of the call, or null for one that was accepted before. */
  final @Nullable Form form;

  Probe(Endpoint endpoint, @Nullable Form form) {
    this.endpoint = endpoint;
    this.form = form;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  boolean isDamaged() {
    return this == EXCHANGE_DAMAGED_TOKEN || this == DATA_DAMAGED_TOKEN;
  }

  /** Whether the call is to be refused for more than its form. */
  boolean isRefusal() {
    return form == null && this != DATA_TRAILING_SLASH;
  }

  /** The path below the base URL. */
  String path(String dataPath) {
    return switch (this) {
      case NO_SUCH_PATH -> "/bigid-test-kit-no-such-path";
      case DATA_TRAILING_SLASH -> dataPath.replaceFirst("/?(?=\\?|$)", "/");
      case LOGIN_JSON, LOGIN_FORM, LOGIN_WRONG_PASSWORD -> "/sessions";
      default -> endpoint == REFRESH ? "/refresh-access-token" : dataPath;
    };
  }
}
