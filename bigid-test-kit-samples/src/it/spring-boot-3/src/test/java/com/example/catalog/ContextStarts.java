package com.example.catalog;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts how often the application was started in this JVM. */
@Component
class ContextStarts {

  private static final AtomicInteger STARTS = new AtomicInteger();

  ContextStarts() {
    STARTS.incrementAndGet();
  }

  int count() {
    return STARTS.get();
  }
}
