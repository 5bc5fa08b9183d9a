package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;

/** Keeps the table of what clients make of faults true. */
@Timeout(240)
class FaultTableTests {

  private static final Path FILE = Path.of("src/test/resources/fault-table.md");
  private static final Path PAGE = Path.of("docs/fault-table.md");
  private static final String BEGIN = "<!-- fault table -->";
  private static final String END = "<!-- /fault table -->";

  /** Exceptions and their words are those of one JDK on one system. */
  @Test
  @EnabledOnJre(JRE.JAVA_17)
  @EnabledOnOs(OS.LINUX)
  void the_table_says_what_each_client_makes_of_each_fault() throws IOException {
    try (FakeBigId bigId = FakeBigId.start();
        FakeBigId secure = FakeBigId.start(SandboxConfig.builder().https(true).build())) {
      String table = new FaultTable(bigId, secure).markdown(Files.readString(FILE));
      if (Boolean.getBoolean("faults.update")) {
        Files.writeString(FILE, table);
      }
      assertThat(table.lines()).containsExactlyElementsOf(Files.readAllLines(FILE));
    }
  }

  @Test
  void the_manual_shows_the_table() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    assertThat(begin < 0).as("both markers are there, or none").isEqualTo(end < 0);
    if (begin >= 0) {
      assertThat(page.substring(begin + BEGIN.length(), end).strip())
          .isEqualTo(Files.readString(FILE).strip());
    }
  }
}
