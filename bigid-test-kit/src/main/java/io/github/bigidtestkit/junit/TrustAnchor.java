package io.github.bigidtestkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects the certificate of the authority that a client has to trust; needs {@code https}.
 *
 * <p>A parameter of type {@code Path} receives a PEM file, a {@code String} the PEM text, an {@code
 * X509Certificate} the certificate. A {@code Path} without this annotation is left to other
 * extensions, such as {@code @TempDir}. The file is removed when the sandbox is closed.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(BigIdSandboxExtension.class)
public @interface TrustAnchor {}
