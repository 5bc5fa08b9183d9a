package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a running sandbox writes into its journal. */
class TimelineTests {

  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void freeze() {
    bigId.clock().freeze();
    bigId.clock().set(START);
    bigId.resources().protect("GET", "/data", "permission.tasks.read_task_list", "{}");
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void reads_like_a_story() {
    String session = Http.field(Http.login(bigId, "bigid", "learner"), "auth_token");
    Http.get(bigId, "/data?limit=1", session);
    bigId.clock().advance(Duration.ofMillis(999));
    Http.call(bigId, "GET", "/data", "Authorization", session);
    bigId.clock().advance(Duration.ofHours(25));
    Http.get(bigId, "/data", session);
    Http.refresh(bigId, bigId.tokens().userToken("bigid"));
    bigId.clock().set(START);
    Http.refresh(bigId, bigId.tokens().userToken("bigid", TokenDefect.TWO_PARTS));
    Http.login(bigId, "bigid", "wrong");
    assertThat(normalised(bigId.journal().timeline()))
        .isEqualTo(
            """
            #1  00:00:00.000  POST /api/v1/sessions  200  [user bigid; gets session token ID-session-1, good for 1 d, until 2030-01-02 00:00:00]  N ms
            #2  00:00:00.000  GET  /api/v1/data?limit=1  200  [user bigid; shows session token ID-session-1, 1 d left]  N ms
            #3  00:00:00.999  GET  /api/v1/data  200  [user bigid; shows session token ID-session-1, raw, 23 h 59 min left]  N ms
                … +1 d 1 h (clock moved)
            #4  01:00:00.999  GET  /api/v1/data  401 refused: session token expired 1 h ago; issued by exchange #1  [user bigid; shows session token ID-session-1, expired 1 h ago]  N ms
            #5  01:00:00.999  POST /api/v1/refresh-access-token  200  [user bigid; shows user token ID-user-2, 29 d 23 h left; gets system token ID-system-3, good for 1 h, until 2030-01-02 02:00:00]  N ms
                … −1 d 1 h (clock moved)
            #6  00:00:00.000  POST /api/v1/refresh-access-token  401 refused: token has 2 of the three parts of a JWT  [shows unreadable token T]  N ms
            #7  00:00:00.000  POST /api/v1/sessions  401 refused: the password of user [bigid] is wrong  [user bigid]  N ms\
            """
                .indent(2)
                .stripTrailing());
  }

  @Test
  void shows_for_how_long_an_answer_asks_the_client_to_wait() {
    bigId
        .faults()
        .inject(Fault.status(503).withRetryAfter(Duration.ofSeconds(90)))
        .times(1)
        .start();
    Http.call(bigId, "GET", "/data");
    bigId.faults().inject(Fault.status(200).withRetryAfterDate(Duration.ofMinutes(1))).start();
    Http.call(bigId, "GET", "/data");
    assertThat(normalised(bigId.journal().timeline()))
        .isEqualTo(
            """
            #1  00:00:00.000  GET  /api/v1/data  503 fault: status 503  [Retry-After 1 min 30 s]  N ms
            #2  00:00:00.000  GET  /api/v1/data  200 fault: status 200  [Retry-After 1 min]  N ms\
            """
                .indent(2)
                .stripTrailing());
    assertThat(bigId.journal().html("Waits").split("<bdi>Retry-After 1 min 30 s</bdi>", -1))
        .as("in the diagram and in the table")
        .hasSize(3);
  }

  @Test
  void a_user_s_name_can_t_turn_the_direction_of_a_line() {
    bigId.users().add(User.of("ali\u202ece\u2069", "s3cret"));
    Http.login(bigId, "ali\u202ece\u2069", "s3cret");
    assertThat(bigId.journal().timeline())
        .contains("[user ali‹U+202E›ce‹U+2069›; gets session token")
        .doesNotContainPattern("[\u202e\u2069]");
  }

  @Test
  void every_field_of_an_exchange_is_filled() {
    String userToken = bigId.tokens().userToken("bigid");
    Http.call(bigId, "POST", "/refresh-access-token?a=b", "Authorization", "Bearer " + userToken);
    Exchange exchange = bigId.journal().last().orElseThrow();
    assertThat(exchange.number()).isEqualTo(1);
    assertThat(exchange.at()).isEqualTo(START);
    assertThat(exchange.method()).isEqualTo("POST");
    assertThat(exchange.path()).isEqualTo("/api/v1/refresh-access-token");
    assertThat(exchange.query()).isEqualTo("a=b");
    assertThat(exchange.endpoint()).isEqualTo(Endpoint.REFRESH);
    assertThat(exchange.user()).isEqualTo("bigid");
    assertThat(exchange.token().shortened())
        .isEqualTo("eyJhbG… (%d characters)", userToken.length());
    assertThat(exchange.token().scheme()).isEqualTo(TokenScheme.BEARER);
    assertThat(exchange.tokenKind()).isEqualTo(TokenKind.USER);
    assertThat(exchange.tokenId()).endsWith("-user-1");
    assertThat(exchange.issued().kind()).isEqualTo(TokenKind.SYSTEM);
    assertThat(exchange.issued().lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.rejection()).isNull();
    assertThat(exchange.refused()).isFalse();
    assertThat(exchange.took()).isPositive();
    assertThat(exchange).hasToString(bigId.journal().timeline());
  }

  @Test
  void a_call_without_a_token_leaves_the_fields_empty() {
    Http.call(bigId, "GET", "/data");
    Exchange exchange = bigId.journal().last().orElseThrow();
    assertThat(exchange.endpoint()).isEqualTo(Endpoint.RESOURCE);
    assertThat(exchange.query()).isNull();
    assertThat(exchange.user()).isNull();
    assertThat(exchange.token()).isNull();
    assertThat(exchange.tokenKind()).isNull();
    assertThat(exchange.tokenId()).isNull();
    assertThat(exchange.issued()).isNull();
    assertThat(bigId.journal().refused()).containsExactly(exchange);
  }

  @Test
  void a_name_with_line_breaks_stays_on_one_line() {
    Http.login(
        bigId,
        "{\"username\":\"a\\r\\nb\\u0000\",\"password\":\"x\"}",
        "Content-Type",
        "application/json");
    Exchange exchange = bigId.journal().last().orElseThrow();
    assertThat(exchange.user()).isEqualTo("a??b?");
    assertThat(exchange.rejection().explanation()).isEqualTo("there is no user [a??b?]");
    assertThat(bigId.journal().timeline()).doesNotContain("\n");
  }

  private static String normalised(String timeline) {
    return timeline
        .replaceAll("\\d+\\.\\d ms", "N ms")
        .replaceAll("[0-9a-f]{8}(?=-(user|session|system)-)", "ID")
        .replaceAll("eyJhbG… \\(\\d+ characters\\)", "T");
  }
}
