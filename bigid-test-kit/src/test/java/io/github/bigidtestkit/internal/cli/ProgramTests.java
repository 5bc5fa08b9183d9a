package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the program within this process. */
class ProgramTests {

  @TempDir Path dir;

  @Test
  void prints_one_line_when_it_is_ready() {
    Outcome outcome = Outcome.of();

    assertThat(outcome.out()).matches("BIGID_URL=http://127\\.0\\.0\\.1:\\d+/api/v1");
    assertThat(outcome).isEqualTo(new Outcome(0, outcome.out(), ""));
  }

  @Test
  void prints_the_key_to_the_control_api_if_that_is_on() {
    assertThat(Outcome.of("--control").out())
        .matches(
            "BIGID_URL=http://127\\.0\\.0\\.1:(\\d+)/api/v1 BIGID_CONTROL_URL=http://127\\.0\\.0\\.1:\\1/__sandbox BIGID_CONTROL_KEY=[A-Za-z0-9_-]{43}");
    assertThat(Outcome.of("--control", "--control-key", "0123456789abcdef").out())
        .endsWith(" BIGID_CONTROL_KEY=0123456789abcdef");
  }

  @Test
  void prints_json_if_asked_to() {
    assertThat(Outcome.of("--json").out())
        .matches("\\{\"url\":\"http://127\\.0\\.0\\.1:\\d+/api/v1\"}");
  }

  @Test
  void removes_its_temporary_certificate() {
    String out = Outcome.of("--https").out();

    assertThat(out).matches("BIGID_URL=https://127\\.0\\.0\\.1:\\d+/api/v1 BIGID_CA_PEM=.+");
    assertThat(Path.of(out.substring(out.indexOf("PEM=") + 4))).doesNotExist();
  }

  @Test
  void leaves_a_certificate_where_it_was_told_to_write_it() throws IOException {
    Path pem = dir.resolve("ca.pem");
    String out = Outcome.of("--https", "--pem", pem.toString()).out();

    assertThat(out).endsWith(" BIGID_CA_PEM=" + pem);
    assertThat(Files.readString(pem)).startsWith("-----BEGIN CERTIFICATE-----\n");
  }

  @Test
  void explains_itself() {
    Outcome help = Outcome.of("--help");

    assertThat(help.exit()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .contains(
            "--config=FILE",
            "--user=NAME:PASSWORD",
            "BIGID_SANDBOX_USERS",
            "BIGID_SANDBOX_CONTROL_KEY",
            "SPECIFICATION, LENIENT, DEPLOYMENT,",
            "TRAINING_SANDBOX; default LENIENT.",
            "Exit codes:",
            "0   stopped as requested",
            "1   not started, for example because the port is in use",
            "2   wrong command line or configuration",
            "Examples:")
        .doesNotContain("\u001b")
        .doesNotContainPattern("[^\n]{81}");
  }

  @Test
  void does_not_succeed_if_nobody_can_read_what_it_says() {
    for (String option : new String[] {"--json", "--help", "--version"}) {
      StringWriter err = new StringWriter();
      int exit =
          new Program(
                  new Environment(Map.of()),
                  InputStream.nullInputStream(),
                  new PrintWriter(new FullDisk(), false, StandardCharsets.UTF_8),
                  new PrintWriter(err),
                  stop -> {})
              .run("--exit-on-stdin-eof", option);

      assertThat(exit).isEqualTo(1);
      assertThat(err)
          .hasToString(
              "bigid-test-kit: Standard output can't be written to. Check that it is open and that its disk has space.%n"
                  .formatted());
    }
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void tells_its_version() {
    assertThat(Outcome.of("--version").out()).startsWith("bigid-test-kit ");
    assertThat(Outcome.of("-V").exit()).isZero();
  }
}
