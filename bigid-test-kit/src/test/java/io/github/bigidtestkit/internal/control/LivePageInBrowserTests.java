package io.github.bigidtestkit.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as a browser has it. Only where there is a Chromium: at a usual place, or where {@code
 * -Dpage.browser} says.
 */
@Timeout(120)
class LivePageInBrowserTests {

  private static final String MARKUP = "<img src=x onerror=alert(1)>";

  @TempDir Path profile;

  private final Remote remote =
      new Remote(
          SandboxConfig.builder().users(User.of("alice", "s3cret"), User.of(MARKUP, "pw")).build());

  @AfterEach
  void stop() {
    remote.close();
  }

  @Test
  void it_shows_calls_faults_and_users_and_foreign_markup_as_text() {
    remote.bigId.faults().inject(FaultKind.SERVICE_UNAVAILABLE).times(1).start();
    Http.login(remote.bigId, "alice", "s3cret");
    Http.login(remote.bigId, MARKUP, "wrong");
    Http.call(remote.bigId, "GET", "/%3Cscript%3Ealert(2)%3C/script%3E?q=%3Cb%3E");
    String page = opened(remote.control.page(remote.bigId));
    assertThat(page)
        .contains(">live</p>")
        .contains("503 fault", "status 503", "struck 1×", "401 refused")
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .contains("&lt;script&gt;alert(2)&lt;/script&gt;")
        .doesNotContain("<img", "<script>alert")
        .doesNotContain(remote.control.key());
    assertThat(remote.bigId.journal().exchanges()).hasSize(3);
  }

  @Test
  void it_asks_for_the_key_where_there_is_none_or_a_wrong_one() {
    URI address = URI.create(remote.bigId.origin() + ControlServer.PREFIX + "/");
    assertThat(opened(address)).contains("<main id=\"door\">", "<main id=\"room\" hidden=\"\">");
    assertThat(opened(URI.create(address + "#key=wrong")))
        .contains("The key is wrong. Each sandbox has a new one unless it was given a key.");
  }

  private String opened(URI address) {
    Optional<String> browser =
        Stream.of(
                System.getProperty("page.browser", ""),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser")
            .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
            .findFirst();
    assumeTrue(browser.isPresent(), "no Chromium here; -Dpage.browser=path names one");
    List<String> command =
        List.of(
            browser.get(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--user-data-dir=" + profile,
            "--virtual-time-budget=5000",
            "--dump-dom",
            address.toString());
    try {
      Path page = profile.resolve("page.html");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(page.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as("the browser ended").isTrue();
      return Files.readString(page, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
