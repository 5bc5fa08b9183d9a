package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.URI;
import org.junit.jupiter.api.Test;

@BigIdSandbox
class CatalogClientTests {

  private final CatalogClient catalog;

  CatalogClientTests(@BaseUrl URI baseUrl, @UserToken String token) {
    this.catalog = new CatalogClient(baseUrl, token);
  }

  @Test
  @ProtectedResource(path = "/data-catalog", json = "{\"results\":[{\"objectName\":\"salaries\"}]}")
  void names_the_objects_in_the_catalog() {
    assertThat(catalog.objects()).containsExactly("salaries");
  }

  @Test
  @ProtectedResource(path = "/ds-connections", json = "{\"status\":\"success\",\"data\":{}}")
  void an_answer_without_data_sources_is_no_empty_list() {
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .withMessage("BigID answered GET /ds-connections without [/data/ds_connections]")
        .returns(Reason.UNAVAILABLE, BigIdException::reason);
  }
}
