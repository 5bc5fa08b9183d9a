package io.github.bigidtestkit.samples;

// region data-sources
/** What BigID answers to {@code GET /ds-connections} (portal, connector). */
final class DataSources {

  static final String NONE =
      """
      {"status": "success", "statusCode": 200, "data": {"ds_connections": []}}
      """;

  static final String HR =
      """
      {
        "status": "success",
        "statusCode": 200,
        "data": {"ds_connections": [{"name": "hr", "type": "rdb-mysql"}]}
      }
      """;

  private DataSources() {}
}
// endregion
