package io.github.bigidtestkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A canned answer behind the login.
 *
 * <p>Used in {@link BigIdSandbox#resources()}, or beside {@link BigIdSandbox} on a test class or a
 * test method.
 *
 * <pre>{@code
 * @ProtectedResource(path = "/ds-connections", permission = "permission.tasks.edit", json = "{\"data\":[]}")
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(ProtectedResource.Container.class)
@ExtendWith(BigIdSandboxExtension.class)
public @interface ProtectedResource {

  /** The HTTP method. */
  String method() default "GET";

  /**
   * The path below the base URL; a segment in braces, such as {@code {id}}, matches any. After
   * {@code origin:}, as in {@code origin:/health}, it follows scheme, host and port.
   */
  String path();

  /** Parameters that the query must have, such as {@code "skip=100"}, not encoded. */
  String[] query() default {};

  /** Headers that the call must have, such as {@code "X-Tenant: a"}. */
  String[] headers() default {};

  /** The permission that the user of the token must have; empty if any valid token will do. */
  String permission() default "";

  /** The body of the answer, whose status is 200. Not together with {@link #answers()}. */
  String json() default "{}";

  /** What one call after the other is answered; the last one is repeated. */
  ResourceAnswer[] answers() default {};

  /** Whether calls after the last answer are refused, instead of repeating it. */
  boolean ends() default false;

  /** Whether a strict sandbox accepts that no call asks for it. */
  boolean optional() default false;

  /** Holds several resources; the compiler writes it. */
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @Documented
  @Inherited
  @ExtendWith(BigIdSandboxExtension.class)
  @interface Container {

    /** The resources. */
    ProtectedResource[] value();
  }
}
