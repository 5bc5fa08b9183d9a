package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.internal.junit.FailureReport;
import io.github.bigidtestkit.junit.versions.SinceJUnit;
import io.github.bigidtestkit.token.TokenDefect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.FileEntry;

/** A page of what came to the sandbox, attached to a failed test. */
@SinceJUnit("5.14")
class AttachmentTests {

  private static String secret = "";

  @BigIdSandbox
  static class RedTestCase {
    @Test
    void fails(@BaseUrl URI url, @UserToken @Defective(TokenDefect.EXPIRED) String token) {
      secret = token;
      assertThat(Calls.refresh(url, token)).isEqualTo(200);
    }
  }

  @Test
  void without_secrets(@TempDir Path folder) throws IOException {
    Path page =
        OneFolder.in(folder)
            .selectors(DiscoverySelectors.selectClass(RedTestCase.class))
            .configurationParameter(FailureReport.FOLDER, "off")
            .execute()
            .testEvents()
            .fileEntryPublished()
            .map(event -> event.getRequiredPayload(FileEntry.class).getPath())
            .findFirst()
            .orElseThrow();
    assertThat(page).hasFileName("bigid-sandbox.html").content().contains("refresh-access-token");
    assertThat(Files.readString(page)).doesNotContain(secret);
  }
}
