package io.github.bigidtestkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One answer of a {@link ProtectedResource}. At most one of {@code json}, {@code text} and {@code
 * file} is given; without them the answer has no body.
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ResourceAnswer {

  /** The HTTP status. */
  int status() default 200;

  /** The content type; empty for that of the dialect. */
  String contentType() default "";

  /** Further headers, such as {@code "X-Request-Id: 7"}. */
  String[] headers() default {};

  /** The body, which must be JSON. */
  String json() default "";

  /** The body as any text. */
  String text() default "";

  /**
   * A file with the body: {@code classpath:page.json}, from the root of the class path, or {@code
   * file:path}, from the working directory.
   */
  String file() default "";
}
