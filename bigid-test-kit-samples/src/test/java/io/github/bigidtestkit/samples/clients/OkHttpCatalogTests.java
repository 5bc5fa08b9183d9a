package io.github.bigidtestkit.samples.clients;

import java.net.URI;

class OkHttpCatalogTests extends RenewalContract {

  @Override
  CatalogClient client(URI baseUrl, String userToken, Settings settings) {
    return new OkHttpCatalog(baseUrl, userToken, settings);
  }
}
