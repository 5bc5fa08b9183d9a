package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Answer;
import io.github.bigidtestkit.BigIdJson;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.ResourceAnswer;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is behind the login. */
@BigIdSandbox
class ResourcesTests {

  private final FakeBigId bigId;
  private final CatalogClient catalog;

  ResourcesTests(FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    this.bigId = bigId;
    this.catalog = new CatalogClient(baseUrl, token);
  }

  // region resources-pages
  @Test
  void reads_a_catalog_of_three_pages() {
    var objects = IntStream.range(0, 250).mapToObj(i -> Map.of("objectName", "t" + i)).toList();
    bigId.resources().protect("GET", "/data-catalog").pages("results", objects);

    assertThat(catalog.objects()).hasSize(250).doesNotHaveDuplicates();
    assertThat(bigId.journal().last().orElseThrow()).hasQuery("skip", "200");
  }

  // endregion

  // region resources-sequence
  @Test
  void a_second_page_that_is_refused_ends_the_reading() {
    var full = BigIdJson.results(Collections.nCopies(100, Map.of("objectName", "salaries")));
    bigId.resources().protect("GET", "/data-catalog").answers(full).thenAnswers(422, "{}");

    assertThatExceptionOfType(BigIdException.class).isThrownBy(catalog::objects);
  }

  // endregion

  @Test
  @ProtectedResource(
      path = "/ds-connections",
      answers = {@ResourceAnswer(json = DataSources.HR), @ResourceAnswer(json = DataSources.NONE)})
  void the_same_by_annotation() {
    assertThat(catalog.list()).hasSize(1);
    assertThat(catalog.list()).isEmpty();
  }

  // region resources-function
  @Test
  void what_is_added_is_listed() {
    List<Object> sources = new CopyOnWriteArrayList<>();
    bigId
        .resources()
        .protect("GET", "/ds-connections")
        .answersWith(request -> Answer.json(BigIdJson.data("ds_connections", sources)));

    assertThat(catalog.list()).isEmpty();
    sources.add(Map.of("name", "hr", "type", "rdb-mysql"));
    assertThat(catalog.list()).containsExactly(new DataSource("hr", "rdb-mysql"));
  }
  // endregion
}
