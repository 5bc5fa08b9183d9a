package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Verdict;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

@BigIdSandbox(
    users = {
      @SandboxUser(
          username = "alice",
          password = "s3cret",
          firstName = "Alice",
          permissions = "READ",
          roleIds = "r1",
          admin = true),
      @SandboxUser(username = "bob", password = "hunter2")
    })
@ProtectedResource(path = "/things", permission = "READ")
class TokenInjectionTests {

  @Test
  void tokens_are_of_the_kind_that_is_asked_for(
      FakeBigId bigId,
      @BaseUrl URI url,
      @UserToken String user,
      @SessionToken String session,
      @SystemToken String system) {
    assertThat(kind(bigId, user)).isEqualTo(TokenKind.USER);
    assertThat(kind(bigId, session)).isEqualTo(TokenKind.SESSION);
    assertThat(kind(bigId, system)).isEqualTo(TokenKind.SYSTEM);
    assertThat(Calls.refresh(url, user)).isEqualTo(200);
    assertThat(Calls.get(url, "/things", session)).isEqualTo(200);
    assertThat(Calls.get(url, "/things", system)).isEqualTo(200);
  }

  @Test
  void tokens_carry_what_was_declared_of_their_user(FakeBigId bigId, @SystemToken String token) {
    var claims = bigId.tokens().verify(token).claims();
    assertThat(claims.user()).isEqualTo("alice");
    assertThat(claims.roleIds()).containsExactly("r1");
    assertThat(claims.admin()).isTrue();
  }

  @Test
  void tokens_belong_to_the_user_that_is_named(
      FakeBigId bigId,
      @BaseUrl URI url,
      @UserToken(user = "bob") String user,
      @SessionToken(user = "bob") String session,
      @SystemToken(user = "bob") String system) {
    assertThat(Calls.refresh(url, user)).isEqualTo(200);
    assertThat(Calls.get(url, "/things", session)).isEqualTo(403);
    assertThat(Calls.get(url, "/things", system)).isEqualTo(403);
    assertThat(bigId.journal().exchanges()).allMatch(call -> "bob".equals(call.user()));
  }

  @Test
  void tokens_are_bad_in_the_way_that_is_asked_for(
      FakeBigId bigId,
      @BaseUrl URI url,
      @UserToken @Defective(TokenDefect.EXPIRED) String user,
      @SessionToken @Defective(TokenDefect.REVOKED) String session,
      @SystemToken(user = "bob") @Defective(TokenDefect.WRONG_SIGNATURE) String system) {
    assertThat(Calls.refresh(url, user)).isEqualTo(401);
    assertThat(Calls.get(url, "/things", session)).isEqualTo(401);
    assertThat(Calls.get(url, "/things", system)).isEqualTo(401);
    assertThat(bigId.journal().refused())
        .extracting(call -> call.rejection().reason())
        .containsExactly(
            Rejection.Reason.TOKEN_EXPIRED,
            Rejection.Reason.TOKEN_REVOKED,
            Rejection.Reason.TOKEN_WRONG_SIGNATURE);
  }

  @Test
  void tokens_live_as_long_as_is_asked_for(
      SandboxClock clock,
      FakeBigId bigId,
      @UserToken(validFor = "PT10S") String user,
      @SessionToken(validFor = "PT10S") String session,
      @SystemToken(validFor = "PT10S", user = "bob") String system) {
    assertThat(accepted(bigId, user, session, system)).isTrue();
    clock.advance(Duration.ofSeconds(11));
    assertThat(refused(bigId, user, session, system)).isTrue();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @SystemToken(user = "bob")
  @Defective(TokenDefect.EXPIRED)
  @interface Stale {}

  @Test
  void an_annotation_of_the_users_own_can_stand_for_a_token(FakeBigId bigId, @Stale String token) {
    assertThat(refused(bigId, token)).isTrue();
    assertThat(bigId.tokens().verify(token).claims().user()).isEqualTo("bob");
  }

  @Test
  void each_parameter_is_a_token_of_its_own(@UserToken String one, @UserToken String other) {
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  @ExtendWith(Others.class)
  void parameters_that_say_nothing_are_left_to_others(String text, Object any, Clock clock) {
    assertThat(text).isEqualTo("theirs");
    assertThat(any).isEqualTo("theirs");
    assertThat(clock).isEqualTo(Others.CLOCK);
  }

  private static TokenKind kind(FakeBigId bigId, String token) {
    return bigId.tokens().verify(token).claims().kind();
  }

  private static boolean accepted(FakeBigId bigId, String... tokens) {
    return java.util.Arrays.stream(tokens).allMatch(t -> bigId.tokens().verify(t).accepted());
  }

  private static boolean refused(FakeBigId bigId, String... tokens) {
    return java.util.Arrays.stream(tokens)
        .allMatch(t -> bigId.tokens().verify(t) instanceof Verdict.Refused);
  }

  /** Resolves all that the sandbox should not claim. */
  static final class Others implements ParameterResolver {
    static final Clock CLOCK = Clock.system(ZoneOffset.ofHours(1));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return true;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Clock.class ? CLOCK : "theirs";
    }
  }
}
