package io.github.bigidtestkit.samples.clients;

import java.net.URI;

class FeignCatalogTests extends RenewalContract {

  @Override
  CatalogClient client(URI baseUrl, String userToken, Settings settings) {
    return new FeignCatalog(baseUrl, userToken, settings);
  }
}
