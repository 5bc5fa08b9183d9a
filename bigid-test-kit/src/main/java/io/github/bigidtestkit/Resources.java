package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.endpoint.PathTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is behind the login of a running sandbox. A change holds at once, until the sandbox is put
 * back. Thread-safe.
 */
public final class Resources {

  record Entry(PathTemplate template, Resource resource) {}

  private volatile List<Entry> entries = List.of();

  public Resources(List<Resource> resources) {
    reset(resources);
  }

  public synchronized void reset(List<Resource> resources) {
    entries = List.of();
    for (Resource resource : resources) {
      register(resource);
    }
  }

  /**
   * Registers a canned answer that any sound session or system token may read.
   *
   * @param method the HTTP method
   * @param path the path below the base URL; segments in braces match any one segment
   * @param json the body of the answer
   * @throws IllegalArgumentException as {@link Resource} says
   */
  public void protect(String method, String path, String json) {
    register(new Resource(method, path, null, json));
  }

  /**
   * Registers a canned answer behind a permission. Where there is one for the same method and path
   * already, it is replaced.
   *
   * <pre>{@code
   * resources.protect("GET", "/ds-connections", "VIEW_DATA_SOURCES", "{\"data\":[]}");
   * }</pre>
   *
   * @param method the HTTP method
   * @param path the path below the base URL; segments in braces match any one segment
   * @param permission the permission that the token must carry
   * @param json the body of the answer
   * @throws IllegalArgumentException as {@link Resource} says
   */
  public void protect(String method, String path, String permission, String json) {
    register(new Resource(method, path, permission, json));
  }

  /** Registers a canned answer; replaces the one for the same method and path. */
  public synchronized void register(Resource resource) {
    List<Entry> more = new ArrayList<>(entries);
    more.removeIf(entry -> entry.resource().sameCallAs(resource));
    more.add(new Entry(PathTemplate.parse(resource.path()), resource));
    more.sort(Comparator.comparing(Entry::template));
    entries = List.copyOf(more);
  }

  /**
   * Removes what is registered for exactly that method and path.
   *
   * @return whether there was anything
   */
  public synchronized boolean remove(String method, String path) {
    List<Entry> fewer = new ArrayList<>(entries);
    boolean removed =
        fewer.removeIf(
            entry ->
                entry.resource().method().equalsIgnoreCase(method)
                    && entry.resource().path().equals(path));
    entries = List.copyOf(fewer);
    return removed;
  }

  /** All that is registered. */
  public List<Resource> all() {
    return entries.stream().map(Entry::resource).toList();
  }

  /** The resources at a path, of any method, the most literal first. */
  public List<Resource> at(String path) {
    return entries.stream()
        .filter(entry -> entry.template().matches(path))
        .map(Entry::resource)
        .toList();
  }

  @Override
  public String toString() {
    return "Resources" + all().stream().map(Resource::call).toList();
  }
}
