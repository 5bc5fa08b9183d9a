package io.github.bigidtestkit.junit.versions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Needs this version of JUnit or a later one. What happens with an older one: {@link BeforeJUnit}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(JUnitVersion.class)
public @interface SinceJUnit {
  String value();
}
