package io.github.bigidtestkit.samples.clients;

import java.net.URI;

class ApacheCatalogTests extends RenewalContract {

  @Override
  CatalogClient client(URI baseUrl, String userToken, Settings settings) {
    return new ApacheCatalog(baseUrl, userToken, settings);
  }
}
