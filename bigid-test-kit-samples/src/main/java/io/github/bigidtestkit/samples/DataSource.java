package io.github.bigidtestkit.samples;

/**
 * A data source that BigID knows.
 *
 * @param name what it is called
 * @param type such as {@code rdb-mysql}
 */
public record DataSource(String name, String type) {}
