package io.github.bigidtestkit.internal.spring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;

/** An application that gets BigID's address from a property, if it is set. */
@Configuration(proxyBeanMethods = false)
class Application {

  /** The URLs that applications were started with. */
  static final List<String> STARTED = new CopyOnWriteArrayList<>();

  final String baseUrl;
  final String origin;
  final String userToken;

  Application(
      @Value("${bigid.sandbox.base-url:none}") String baseUrl,
      @Value("${bigid.sandbox.origin:none}") String origin,
      @Value("${bigid.sandbox.user-token:none}") String userToken) {
    this.baseUrl = baseUrl;
    this.origin = origin;
    this.userToken = userToken;
    STARTED.add(baseUrl);
  }
}
