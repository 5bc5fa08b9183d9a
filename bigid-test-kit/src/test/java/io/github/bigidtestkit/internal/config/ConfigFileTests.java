package io.github.bigidtestkit.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.SandboxConfig;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where configurations are read from. */
class ConfigFileTests {

  @TempDir Path dir;

  @Test
  void from_the_root_of_the_class_path() {
    assertThat(at("classpath:sandbox.json").users()).hasSize(1);
    assertThat(at("classpath:/sandbox.json").users()).hasSize(1);
  }

  @Test
  void from_a_file() throws IOException {
    Path file = written("{\"port\": 1}", StandardCharsets.UTF_8);
    assertThat(at("file:" + file).port()).isEqualTo(1);
    assertThat(at("file://" + file).port()).isEqualTo(1);
    Path relative = Path.of("").toAbsolutePath().relativize(file);
    assertThat(at("file:" + relative).port()).isEqualTo(1);
  }

  @Test
  void with_the_byte_order_mark_of_some_editors() throws IOException {
    Path file = written("\ufeff{\"port\": 1}", StandardCharsets.UTF_8);
    assertThat(at("file:" + file).port()).isEqualTo(1);
  }

  @Test
  void not_in_another_charset() throws IOException {
    refused(
        "file:" + written("{\"port\": 1}", StandardCharsets.UTF_16),
        "is not in UTF-8. Encode it as UTF-8.");
    refused(
        "file:" + written("{\"é\": 1}", StandardCharsets.ISO_8859_1),
        "is not in UTF-8. Encode it as UTF-8.");
  }

  @Test
  void not_if_it_is_too_large() throws IOException {
    refused(
        "file:" + written(" ".repeat(4 * 1024 * 1024 + 1), StandardCharsets.UTF_8),
        "is larger than 4 MiB. Register large resources in code.");
  }

  @Test
  void not_from_nowhere() {
    refused(
        "sandbox.json",
        "begins with neither [classpath:] nor [file:]. Write [classpath:sandbox.json] for src/test/resources/sandbox.json, or [file:] before a path.");
  }

  @Test
  void not_if_the_class_path_does_not_have_it() {
    String message =
        "is not on the class path. Put it into src/test/resources, and name it from there.";
    refused("classpath:other.json", message);
    refused("classpath:", message);
  }

  @Test
  void not_if_there_is_no_such_file() {
    refused(
        "file:" + dir,
        "is not a file: looked for [%s]. Paths start from the working directory; fix it."
            .formatted(dir));
    refused(
        "file:nowhere/sandbox.json",
        "is not a file: looked for [%s]. Paths start from the working directory; fix it."
            .formatted(Path.of("nowhere", "sandbox.json").toAbsolutePath()));
    refused(
        "file:\0",
        "is not a file: looked for [%s/\0]. Paths start from the working directory; fix it."
            .formatted(Path.of("").toAbsolutePath()));
  }

  private static void refused(String location, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> at(location))
        .withMessage("config " + message);
  }

  private static SandboxConfig at(String location) {
    return ConfigFile.at("config", location, ConfigFileTests.class.getClassLoader()).toConfig();
  }

  private Path written(String text, Charset charset) throws IOException {
    return Files.writeString(dir.resolve("sandbox.json"), text, charset);
  }
}
