package io.github.bigidtestkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A user of the sandbox, for {@link BigIdSandbox#users()}. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface SandboxUser {

  /** The name to log in with; unique within the sandbox, not blank. */
  String username();

  /** The password; not blank. Only a user who is {@link #tokenOnly} has none. */
  String password() default "";

  /** Part of the answer to a login; empty for the username. */
  String firstName() default "";

  /** Part of the answer to a login; resources may require one of them. */
  String[] permissions() default {};

  /**
   * Carried by tokens; without any, tokens carry one made from the username, of 24 hexadecimal
   * digits as those of BigID (recording).
   */
  String[] roleIds() default {};

  /** Carried by tokens as {@code isAdmin}; grants no permission by itself. */
  boolean admin() default false;

  /** A user who is not enabled can't log in, and tokens of that user are refused. */
  boolean enabled() default true;

  /** A locked user can't log in; tokens stay valid. */
  boolean locked() default false;

  /**
   * A user who can only come by token has no password and can't log in, as users of single sign-on
   * and of BigID's cloud product (portal).
   */
  boolean tokenOnly() default false;
}
