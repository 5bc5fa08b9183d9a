package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The resources by path. Thread-safe. */
public final class ResourceRegistry implements Resources {

  private record Entry(PathTemplate template, Resource resource) {}

  private volatile List<Entry> entries = List.of();

  ResourceRegistry(List<Resource> resources) {
    reset(resources);
  }

  synchronized void reset(List<Resource> resources) {
    entries = List.of();
    for (Resource resource : resources) {
      register(resource);
    }
  }

  @Override
  public synchronized void register(Resource resource) {
    List<Entry> more = new ArrayList<>(entries);
    more.removeIf(entry -> entry.resource().call().equals(resource.call()));
    more.add(new Entry(PathTemplate.parse(resource.path()), resource));
    more.sort(Comparator.comparing(Entry::template));
    entries = List.copyOf(more);
  }

  @Override
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

  @Override
  public List<Resource> all() {
    return entries.stream().map(Entry::resource).toList();
  }

  /** The resources at a path, of any method, the most literal first. */
  List<Resource> at(String path) {
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
