package io.github.bigidtestkit.internal.spring;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.junit.ClassSandboxes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives a context the properties {@code bigid.sandbox.base-url}, {@code bigid.sandbox.origin} and
 * {@code bigid.sandbox.user-token} (the first user's), and the {@link FakeBigId} as a bean. Does
 * nothing for a test class without a sandbox.
 *
 * <p>It is a part of the key by which Spring keeps contexts. Two are equal if they tell of the same
 * sandbox, so a context is used again for exactly as long as the URL that it knows is good.
 */
final class SandboxContextCustomizer implements ContextCustomizer {

  private static final String NAME = "bigid.sandbox";

  private final Class<?> testClass;

  /** Null until it was found, which it can't be before the class begins. */
  private @Nullable FakeBigId sandbox;

  SandboxContextCustomizer(Class<?> testClass) {
    this.testClass = testClass;
  }

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    FakeBigId bigId = sandbox();
    if (bigId != null) {
      tell(context, bigId);
    }
  }

  private static void tell(ConfigurableApplicationContext context, FakeBigId bigId) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(NAME + ".base-url", bigId.baseUrl().toString());
    properties.put(NAME + ".origin", bigId.origin().toString());
    bigId.config().users().stream()
        .findFirst()
        .map(user -> bigId.tokens().userToken(user.username()))
        .ifPresent(token -> properties.put(NAME + ".user-token", token));
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(NAME, properties));
    context.getBeanFactory().registerSingleton(NAME, bigId);
  }

  /** Kept once it was found: a key has to stay what it is when the class has ended. */
  private synchronized @Nullable FakeBigId sandbox() {
    if (sandbox == null) {
      sandbox = ClassSandboxes.of(testClass).orElse(null);
    }
    return sandbox;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SandboxContextCustomizer that && sandbox() == that.sandbox();
  }

  /** The same for all, since Spring asks for it before the sandbox is there. */
  @Override
  public int hashCode() {
    return SandboxContextCustomizer.class.hashCode();
  }

  @Override
  public String toString() {
    return "SandboxContextCustomizer[%s]".formatted(testClass.getSimpleName());
  }
}
