package io.github.bigidtestkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects the URL that a client is configured with, such as {@code http://127.0.0.1:4711/api/v1}.
 *
 * <p>The parameter is of type {@code URI}, {@code URL} or {@code String}. Clients that append
 * {@code /api/v1} themselves need {@code FakeBigId.origin()} instead.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(BigIdSandboxExtension.class)
public @interface BaseUrl {}
