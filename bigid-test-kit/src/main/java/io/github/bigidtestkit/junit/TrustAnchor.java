package io.github.bigidtestkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects the certificate of the authority that a client has to trust, where the sandbox speaks
 * TLS: into a parameter of type {@code Path} as a PEM file, into a {@code String} as PEM text, and
 * into an {@code X509Certificate} as it is. A {@code Path} without this annotation is left to
 * others, such as {@code @TempDir}. The file is removed when the sandbox is closed.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(BigIdSandboxExtension.class)
public @interface TrustAnchor {}
