package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Answer;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.ResourceRequest;
import io.github.bigidtestkit.Resources;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.internal.config.ResourceRules;
import io.github.bigidtestkit.internal.dialect.PathTemplate;
import io.github.bigidtestkit.internal.journal.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The resources, the most specific first. Thread-safe. */
public final class ResourceRegistry implements Resources {

  /** A resource, and how far its answers have been given. */
  static final class Entry {
    final PathTemplate template;
    final Resource resource;
    private int given;
    private boolean asked;

    private Entry(Resource resource) {
      this.template = PathTemplate.parse(resource.path());
      this.resource = resource;
    }

    private PathTemplate template() {
      return template;
    }

    private int conditions() {
      return resource.query().size() + resource.headers().size();
    }

    /** The next of the answers, or null if they have ended; a HEAD does not use it up. */
    synchronized @Nullable Answer next(String method) {
      List<Answer> answers = resource.answers();
      if (given == answers.size() && resource.ends()) {
        return null;
      }
      Answer answer = answers.get(Math.min(given, answers.size() - 1));
      boolean look = method.equals("HEAD") && !resource.method().equals(method);
      given = look ? given : Math.min(given + 1, answers.size());
      return answer;
    }

    /** The call as a function sees it. */
    ResourceRequest seen(Request request, String user) {
      return new ResourceRequest(
          request.method(),
          request.path(),
          Objects.requireNonNull(template.variables(request.target())),
          Parameters.of(request.query()),
          request.headers(),
          new String(request.body(), StandardCharsets.UTF_8),
          user);
    }

    synchronized void ask() {
      asked = true;
    }

    synchronized boolean isUnasked() {
      return !asked && !resource.optional();
    }
  }

  private static final Comparator<Entry> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Entry::template)
          .thenComparing(Entry::conditions, Comparator.reverseOrder());

  private volatile List<Entry> entries = List.of();
  private volatile boolean strict;

  ResourceRegistry(SandboxConfig config) {
    reset(config);
  }

  synchronized void reset(SandboxConfig config) {
    strict = config.strict();
    entries = config.resources().stream().map(Entry::new).sorted(MOST_SPECIFIC_FIRST).toList();
  }

  @Override
  public Registration register(Resource resource) {
    return new Registered(resource);
  }

  /**
   * One registration. Since it is registered before it is complete, it gives back what it displaced
   * once it turns out to be for other calls.
   */
  private final class Registered implements Registration {
    private @Nullable Entry displaced;
    private Entry current;

    Registered(Resource resource) {
      synchronized (ResourceRegistry.this) {
        current = put(new ArrayList<>(entries), resource);
      }
    }

    @Override
    public Registration change(UnaryOperator<Resource> change) {
      synchronized (ResourceRegistry.this) {
        List<Entry> others = new ArrayList<>(entries);
        if (!others.remove(current)) {
          throw new IllegalStateException(
              "resource [%s] is no longer registered: it was replaced or removed, or the sandbox was reset. Register it again."
                  .formatted(current.resource.call()));
        }
        if (displaced != null) {
          others.add(displaced);
        }
        current = put(others, change.apply(current.resource));
      }
      return this;
    }

    private Entry put(List<Entry> others, Resource resource) {
      displaced =
          others.stream()
              .filter(other -> other.resource.call().equals(resource.call()))
              .findFirst()
              .orElse(null);
      others.removeIf(other -> other == displaced);
      ResourceRules.requireDistinct(
          resource, others.stream().map(entry -> entry.resource).toList());
      Entry entry = new Entry(resource);
      others.add(entry);
      others.sort(MOST_SPECIFIC_FIRST);
      entries = List.copyOf(others);
      return entry;
    }

    @Override
    public String toString() {
      return "Registration[" + current.resource.call() + "]";
    }
  }

  @Override
  public synchronized boolean remove(String method, String path) {
    List<Entry> fewer = new ArrayList<>(entries);
    boolean removed =
        fewer.removeIf(
            entry ->
                entry.resource.method().equalsIgnoreCase(method)
                    && entry.resource.path().equals(path));
    entries = List.copyOf(fewer);
    return removed;
  }

  @Override
  public List<Resource> all() {
    return entries.stream().map(entry -> entry.resource).toList();
  }

  /** The resources at a path, of any method and conditions. */
  List<Entry> at(String target) {
    return entries.stream().filter(entry -> entry.template.matches(target)).toList();
  }

  /** The most specific one that matches a call, or null. Where nothing else is, GET gets HEADs. */
  @Nullable Entry find(Request request) {
    Entry entry = find(request, request.method());
    return entry == null && request.method().equals("HEAD") ? find(request, "GET") : entry;
  }

  private @Nullable Entry find(Request request, String method) {
    String target = request.target();
    return entries.stream()
        .filter(entry -> entry.resource.method().equals(method))
        .filter(entry -> entry.template.matches(target))
        .filter(entry -> NearMiss.unmet(entry.resource, request).isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Notes a call, whatever it was answered, for a strict sandbox. */
  void note(Request request) {
    Entry entry = strict ? find(request) : null;
    if (entry != null) {
      entry.ask();
    }
  }

  /** The resources that had to be asked for, but were not. */
  public List<String> unasked() {
    return entries.stream().filter(Entry::isUnasked).map(entry -> entry.resource.call()).toList();
  }

  /** What explains that nothing matches a call. */
  String explain(Request request) {
    return NearMiss.explain(entries, request);
  }

  @Override
  public String toString() {
    return "Resources" + all().stream().map(Resource::call).toList();
  }
}
