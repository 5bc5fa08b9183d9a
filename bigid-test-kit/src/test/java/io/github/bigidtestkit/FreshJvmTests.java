package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sandbox does to a JVM that has seen none yet. */
@Timeout(120)
class FreshJvmTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=en",
        "-Duser.language=tr -Duser.country=TR",
        "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab",
        "-Duser.language=th -Duser.country=TH -Duser.extensions=ca-buddhist-nu-thai"
      })
  void it_prints_nothing_changes_nothing_and_does_not_keep_it_alive(String locale)
      throws Exception {
    assertThat(ChildJvm.run(FreshJvm.class, List.of(locale.split(" ", -1)))).isEmpty();
  }

  @Test
  void the_pem_file_of_a_sandbox_that_nobody_closed_goes_with_the_jvm() throws Exception {
    String file = ChildJvm.run(ExitingJvm.class, List.of());
    assertThat(file).endsWith(".pem");
    assertThat(Path.of(file)).doesNotExist();
  }

  static final class ExitingJvm {
    public static void main(String[] args) {
      FakeBigId bigId = FakeBigId.start(SandboxConfig.builder().https(true).build());
      Path file = bigId.trust().pemFile();
      System.out.print(Files.exists(file) ? file : "not there");
      System.exit(0);
    }
  }
}
