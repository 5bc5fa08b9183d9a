package io.github.bigidtestkit;

import java.util.List;

/**
 * The resources of a running sandbox: what is behind the login. A change applies at once, until the
 * sandbox is reset. Thread-safe.
 */
public interface Resources {

  /** A resource that is registered. Each change replaces it as a whole, and at once. */
  interface Registration extends ResourceSpec<Registration> {}

  /**
   * Registers a resource that any valid session or system token may read. It answers <code>{}
   * </code> until the returned registration is told otherwise.
   *
   * <pre>{@code
   * resources.protect("GET", "/ds-connections").requires("permission.tasks.edit").answers("[]");
   * }</pre>
   *
   * @param method the HTTP method
   * @param path the path below the base URL; a segment in braces matches any one segment
   * @throws IllegalArgumentException as {@link #register}
   */
  default Registration protect(String method, String path) {
    return register(Resource.of(method, path));
  }

  /**
   * Registers a resource that any valid session or system token may read.
   *
   * @param method the HTTP method
   * @param path the path below the base URL; a segment in braces matches any one segment
   * @param json the body of the answer
   * @throws IllegalArgumentException as {@link #register}
   */
  default Registration protect(String method, String path, String json) {
    return register(Resource.of(method, path).answers(json));
  }

  /**
   * Registers a resource that requires a permission.
   *
   * <pre>{@code
   * resources.protect("GET", "/ds-connections", "permission.tasks.edit", "{\"data\":[]}");
   * }</pre>
   *
   * @param method the HTTP method
   * @param path the path below the base URL; a segment in braces matches any one segment
   * @param permission the permission that the user of the token must have
   * @param json the body of the answer
   * @throws IllegalArgumentException as {@link #register}
   */
  default Registration protect(String method, String path, String permission, String json) {
    return register(Resource.of(method, path).requires(permission).answers(json));
  }

  /**
   * Registers a resource; it replaces the one for exactly the same calls.
   *
   * @throws IllegalArgumentException if a call could match it and another one that is equally
   *     specific, or as {@link Resource} tells
   */
  Registration register(Resource resource);

  /**
   * Removes all that is registered for exactly that method and path.
   *
   * @return whether there was anything
   */
  boolean remove(String method, String path);

  /** All that is registered, the most specific first. */
  List<Resource> all();
}
