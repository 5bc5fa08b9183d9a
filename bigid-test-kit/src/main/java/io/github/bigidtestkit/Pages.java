package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers with a part of a list. */
record Pages(String name, List<?> items) implements Function<ResourceRequest, Answer> {

  Pages {
    items = List.copyOf(items);
  }

  @Override
  public Answer apply(ResourceRequest request) {
    int from;
    int count;
    try {
      from = Math.min(number(request, "skip", 0), items.size());
      count = Math.min(number(request, "limit", Integer.MAX_VALUE), items.size() - from);
    } catch (NumberFormatException notANumber) {
      return Answer.json("{\"message\":\"skip and limit must be numbers from 0 on\"}")
          .withStatus(400);
    }
    List<?> part = items.subList(from, from + count);
    return new Answer(200, null, Map.of(), Json.write(Map.of(name, part)));
  }

  private static int number(ResourceRequest request, String parameter, int otherwise) {
    String given = request.query(parameter);
    return given == null ? otherwise : Integer.parseUnsignedInt(given);
  }
}
