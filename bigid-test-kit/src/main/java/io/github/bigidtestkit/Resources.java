package io.github.bigidtestkit;

import java.util.List;

/**
 * The resources of a running sandbox: what is behind the login. A change applies at once, until the
 * sandbox is reset. Thread-safe.
 */
public interface Resources {

  /**
   * Registers a fixed answer that any valid session or system token may read.
   *
   * @param method the HTTP method
   * @param path the path below the base URL; a segment in braces matches any one segment
   * @param json the body of the answer
   * @throws IllegalArgumentException as {@link Resource} tells
   */
  default void protect(String method, String path, String json) {
    register(new Resource(method, path, null, json));
  }

  /**
   * Registers a fixed answer that requires a permission.
   *
   * <pre>{@code
   * resources.protect("GET", "/ds-connections", "permission.tasks.edit", "{\"data\":[]}");
   * }</pre>
   *
   * @param method the HTTP method
   * @param path the path below the base URL; a segment in braces matches any one segment
   * @param permission the permission that the user of the token must have
   * @param json the body of the answer
   * @throws IllegalArgumentException as {@link Resource} tells
   */
  default void protect(String method, String path, String permission, String json) {
    register(new Resource(method, path, permission, json));
  }

  /** Registers a fixed answer; it replaces the one for the same method and path. */
  void register(Resource resource);

  /**
   * Removes what is registered for exactly that method and path.
   *
   * @return whether there was anything
   */
  boolean remove(String method, String path);

  /** All that is registered. */
  List<Resource> all();
}
