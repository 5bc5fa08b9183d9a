package io.github.bigidtestkit.samples.clients;

import java.net.URI;

class RetrofitCatalogTests extends RenewalContract {

  @Override
  CatalogClient client(URI baseUrl, String userToken, Settings settings) {
    return new RetrofitCatalog(baseUrl, userToken, settings);
  }
}
