package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.PlannedFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads configurations from JSON text, and pieces of them. Internal.
 *
 * <p>All methods throw an {@link IllegalArgumentException} for text that is not as it should be.
 * Its message is one line and complete: {@code source, line 3, column 5: path.key is not known. Did
 * you mean [other]? Known here: …}. It has no passwords in it.
 */
public final class SandboxJson {

  private SandboxJson() {}

  /**
   * A whole configuration.
   *
   * @param source what the text is called in messages, such as the name of the file; may be empty
   */
  public static SandboxSettings settings(String source, String text) {
    return SettingsJson.read(JsonReader.read(source, "", text));
  }

  /**
   * One user.
   *
   * @param source what the text is called in messages; may be empty
   * @param path what the user is called in messages, such as {@code user}; may be empty
   */
  public static User user(String source, String path, String text) {
    return UserJson.read(JsonReader.read(source, path, text));
  }

  /**
   * One resource.
   *
   * @param source what the text is called in messages; may be empty
   * @param path what the resource is called in messages; may be empty
   */
  public static Resource resource(String source, String path, String text) {
    return ResourceJson.read(JsonReader.read(source, path, text));
  }

  /**
   * One fault.
   *
   * @param source what the text is called in messages; may be empty
   * @param path what the fault is called in messages; may be empty
   */
  public static PlannedFault fault(String source, String path, String text) {
    return FaultJson.read(JsonReader.read(source, path, text));
  }

  /**
   * One user whose name is known already.
   *
   * @param name the name where the text does not say one
   */
  public static User user(String source, String path, String text, String name) {
    return UserJson.read(JsonReader.read(source, path, text), name);
  }

  /** One fault, which may say when it ends. */
  public static FaultRequest faultRequest(String source, String path, String text) {
    return FaultJson.request(JsonReader.read(source, path, text));
  }

  /** Any object, of which these keys are known. */
  public static Fields object(String source, String path, String text, List<String> known) {
    return new Fields(JsonReader.read(source, path, text), known);
  }

  /** Writes an object whose values are texts, in one line. */
  public static String write(Map<String, String> texts) {
    SourceLocation nowhere = new SourceLocation("", "", 1, 1);
    Map<String, Value.Member> members = new LinkedHashMap<>();
    texts.forEach(
        (key, text) ->
            members.put(
                key, new Value.Member(nowhere, Value.scalar(nowhere, Value.Kind.TEXT, text))));
    return new Value(nowhere, Value.Kind.OBJECT, "", members, List.of()).json();
  }
}
