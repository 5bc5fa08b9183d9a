package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.Answer;
import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.internal.config.Settings;
import io.github.bigidtestkit.internal.json.IsoDuration;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.ResourceAnswer;
import io.github.bigidtestkit.junit.SandboxUser;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads the settings that a {@link BigIdSandbox} gives. Its attributes have their names. */
final class AnnotationSettings {

  /** An attribute of the annotation, and its value where it is not given. */
  private record Attribute(Setting setting, Method method, Object otherwise) {}

  private static final List<Attribute> ATTRIBUTES = attributes();

  private AnnotationSettings() {}

  private static List<Attribute> attributes() {
    Map<String, Method> methods = new HashMap<>();
    for (Method method : BigIdSandbox.class.getDeclaredMethods()) {
      methods.put(method.getName(), method);
    }
    List<Attribute> attributes = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      Method method = methods.get(setting.key());
      if (method != null) {
        attributes.add(new Attribute(setting, method, method.getDefaultValue()));
      }
    }
    return attributes;
  }

  /** What the annotation and the resources beside it give. */
  static Settings of(BigIdSandbox sandbox, List<ProtectedResource> beside) {
    Map<Setting, Object> values = new EnumMap<>(Setting.class);
    // Most annotations give nothing; reading their attributes one by one is slow.
    List<Attribute> attributes = sandbox.equals(SandboxSpec.NOTHING) ? List.of() : ATTRIBUTES;
    for (Attribute attribute : attributes) {
      Object value = ReflectionSupport.invokeMethod(attribute.method, sandbox);
      if (!Objects.deepEquals(value, attribute.otherwise)) {
        values.put(attribute.setting, converted(attribute.setting, Objects.requireNonNull(value)));
      }
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

  private static Object converted(Setting setting, Object value) {
    if (setting.type() == Duration.class) {
      return IsoDuration.parse(setting.key(), (String) value);
    }
    if (value instanceof SandboxUser[] users) {
      return Stream.of(users).map(AnnotationSettings::user).toArray(User[]::new);
    }
    if (value instanceof Dialect[] dialects) {
      return Objects.requireNonNull(single(setting.key(), dialects)).rules();
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
        user.locked(),
        user.tokenOnly());
  }

  private static Resource resource(ProtectedResource resource) {
    List<Answer> answers = Stream.of(resource.answers()).map(AnnotationSettings::answer).toList();
    if (!answers.isEmpty() && !resource.json().equals("{}")) {
      throw new IllegalArgumentException(
          "resource [%s %s] has json and answers. Keep one of them."
              .formatted(resource.method(), resource.path()));
    }
    return new Resource(
        resource.method(),
        resource.path(),
        pairs("query", resource.query(), "="),
        pairs("headers", resource.headers(), ":"),
        resource.permission().isEmpty() ? null : resource.permission(),
        answers.isEmpty() ? List.of(json(resource)) : answers,
        resource.ends(),
        null,
        resource.optional());
  }

  private static Answer json(ProtectedResource resource) {
    try {
      return Answer.json(resource.json());
    } catch (IllegalArgumentException notJson) {
      String call = "resource [%s %s]: ".formatted(resource.method(), resource.path());
      throw new IllegalArgumentException(call + notJson.getMessage(), notJson);
    }
  }

  private static Answer answer(ResourceAnswer answer) {
    List<String> bodies =
        Stream.of(answer.json(), answer.text(), answer.file())
            .filter(body -> !body.isEmpty())
            .toList();
    if (bodies.size() > 1) {
      throw new IllegalArgumentException(
          "an answer has several of json, text, file. Keep one of them.");
    }
    String type = answer.contentType();
    byte[] body =
        !answer.json().isEmpty()
            ? Answer.json(answer.json()).body()
            : !answer.file().isEmpty()
                ? Answer.file(type, answer.file()).body()
                : answer.text().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = pairs("headers", answer.headers(), ":");
    return new Answer(answer.status(), type.isEmpty() ? null : type, headers, body);
  }

  private static Map<String, String> pairs(String attribute, String[] texts, String between) {
    Map<String, String> pairs = new HashMap<>();
    for (String text : texts) {
      int at = text.indexOf(between);
      if (at < 1
          || pairs.put(text.substring(0, at).strip(), text.substring(at + 1).strip()) != null) {
        throw new IllegalArgumentException(
            "%s [%s] is not a name and a value, or its name is there twice. Write each once, as [name%svalue]."
                .formatted(attribute, text, between));
      }
    }
    return pairs;
  }

  /** What the file gives that the annotation names, if it names one. */
  static Settings ofFile(BigIdSandbox sandbox, ClassLoader loader) {
    String location = sandbox.config();
    return location.isEmpty()
        ? Settings.NONE
        : ConfigFile.at("config [%s]".formatted(location), location, loader);
  }
}
