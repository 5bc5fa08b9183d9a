package com.example.catalog;

import com.example.catalog.Answer.DataSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

/** BigID's catalog of data sources. */
@Service
class DataSources {

  private final RestClient bigId;

  DataSources(
      RestClient.Builder builder, BigIdProperties properties, SystemTokenInterceptor interceptor) {
    this.bigId = builder.baseUrl(properties.baseUrl()).requestInterceptor(interceptor).build();
  }

  List<DataSource> list() {
    return bigId.get().uri("/ds-connections").retrieve().body(Answer.class).dataSources();
  }
}
