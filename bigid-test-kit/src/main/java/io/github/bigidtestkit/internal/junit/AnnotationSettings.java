package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.internal.config.Settings;
import io.github.bigidtestkit.internal.json.IsoDuration;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SandboxUser;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads the settings that a {@link BigIdSandbox} gives. Its attributes have their names. */
final class AnnotationSettings {

  private AnnotationSettings() {}

  /** What the annotation and the resources beside it give. */
  static Settings of(BigIdSandbox sandbox, List<ProtectedResource> beside) {
    Map<Setting, Object> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      ReflectionSupport.findMethod(BigIdSandbox.class, setting.key())
          .map(attribute -> given(sandbox, attribute))
          .ifPresent(value -> values.put(setting, converted(setting, value)));
    }
    // Those of the attribute again: one call may be declared only once in both places.
    Resource[] resources =
        Stream.concat(Stream.of(sandbox.resources()), beside.stream())
            .map(AnnotationSettings::resource)
            .toArray(Resource[]::new);
    if (resources.length > 0) {
      values.put(Setting.RESOURCES, resources);
    }
    return new Settings(values);
  }

  /** The value of an attribute, or null if it has its default, which means that it is not given. */
  private static @Nullable Object given(BigIdSandbox sandbox, Method attribute) {
    Object value = ReflectionSupport.invokeMethod(attribute, sandbox);
    return Objects.deepEquals(value, attribute.getDefaultValue()) ? null : value;
  }

  private static Object converted(Setting setting, Object value) {
    if (setting.type() == Duration.class) {
      return IsoDuration.parse(setting.key(), (String) value);
    }
    if (value instanceof SandboxUser[] users) {
      return Stream.of(users).map(AnnotationSettings::user).toArray(User[]::new);
    }
    boolean optional = value instanceof Object[] && !setting.type().isArray();
    return optional ? Objects.requireNonNull(single(setting.key(), (Object[]) value)) : value;
  }

  /** The only value of an attribute that is an array so that it can be left out. */
  static <T> @Nullable T single(String attribute, T[] values) {
    if (values.length > 1) {
      throw new IllegalArgumentException(
          "%s %s has %s values. There can be only one; remove the others."
              .formatted(attribute, Arrays.toString(values), values.length));
    }
    return values.length == 0 ? null : values[0];
  }

  private static User user(SandboxUser user) {
    String firstName = user.firstName().isEmpty() ? user.username() : user.firstName();
    return new User(
        user.username(),
        user.password(),
        firstName,
        List.of(user.permissions()),
        List.of(user.roleIds()),
        user.admin(),
        user.enabled(),
        user.locked());
  }

  private static Resource resource(ProtectedResource resource) {
    String permission = resource.permission().isEmpty() ? null : resource.permission();
    return new Resource(resource.method(), resource.path(), permission, resource.json());
  }

  /** What the file gives that the annotation names, if it names one. */
  static Settings ofFile(BigIdSandbox sandbox, ClassLoader loader) {
    String location = sandbox.config();
    return location.isEmpty()
        ? Settings.NONE
        : ConfigFile.at("config [%s]".formatted(location), location, loader);
  }
}
