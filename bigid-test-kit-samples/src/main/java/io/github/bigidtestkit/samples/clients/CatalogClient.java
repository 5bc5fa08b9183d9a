package io.github.bigidtestkit.samples.clients;

import java.io.IOException;

/** Reads the catalog of data sources. */
public interface CatalogClient {

  /**
   * All data sources.
   *
   * @throws IOException if BigID can't be had
   * @throws NotAuthenticatedException if it refuses the user token
   */
  Catalog list() throws IOException;
}
