package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The envelopes in which BigID sends data (portal, connector).
 *
 * <p>Values are maps with texts as keys, lists, texts, numbers and booleans.
 *
 * <pre>{@code
 * BigIdJson.data("ds_connections", List.of(Map.of("name", "hr", "type", "rdb-mysql")))
 * }</pre>
 */
public final class BigIdJson {

  private BigIdJson() {}

  /** {@code {"status":"success","statusCode":200,"data":{name:value}}} (portal). */
  public static String data(String name, Object value) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("status", "success");
    envelope.put("statusCode", 200);
    envelope.put("data", Map.of(name, value));
    return json(envelope);
  }

  /** {@code {"results":[…]}}, as the catalog answers (connector). */
  public static String results(List<?> items) {
    return json(Map.of("results", items));
  }

  private static String json(Map<String, ?> members) {
    return new String(Json.write(members), StandardCharsets.UTF_8);
  }
}
