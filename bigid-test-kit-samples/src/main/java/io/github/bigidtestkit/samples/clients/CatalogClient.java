package io.github.bigidtestkit.samples.clients;

import io.github.bigidtestkit.samples.DataSource;
import java.io.IOException;
import java.util.List;

/** Reads the catalog of data sources. */
public interface CatalogClient {

  /**
   * All data sources.
   *
   * @throws IOException if BigID can't be had
   * @throws NotAuthenticatedException if it refuses the token
   */
  List<DataSource> list() throws IOException;
}
