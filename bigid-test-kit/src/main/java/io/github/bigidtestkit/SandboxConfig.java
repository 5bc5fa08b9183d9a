package io.github.bigidtestkit;

import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.journal.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said of a sandbox before it starts; the same for the annotation, the registered
 * extension and plain code. Immutable.
 *
 * @param users who can log in; never empty, {@link User#DEMO} where none was given
 * @param lifetimes how long tokens live
 * @param dialect how strictly the contract is kept
 * @param port the TCP port on loopback, or 0 for any that is free
 * @param journalCapacity how many exchanges the journal keeps
 * @param resources what is behind the login
 * @param lockout when wrong passwords lock a user, or null for never
 * @param transport HTTP or HTTPS, and which versions of it
 * @param faults what goes wrong from the start, and again from each reset on
 */
public record SandboxConfig(
    List<User> users,
    Lifetimes lifetimes,
    Dialect dialect,
    int port,
    int journalCapacity,
    List<Resource> resources,
    @Nullable Lockout lockout,
    Transport transport,
    List<PlannedFault> faults) {

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if two users have the same name, two resources the same method
   *     and path, a fault needs TLS where there is none, the port is not from 0 to 65535, or the
   *     journal's capacity is below 1
   */
  public SandboxConfig {
    users = users.isEmpty() ? List.of(User.DEMO) : List.copyOf(users);
    resources = List.copyOf(resources);
    faults = List.copyOf(faults);
    Set<String> names = new HashSet<>();
    for (User user : users) {
      if (!names.add(user.username())) {
        throw new IllegalArgumentException(
            "user name [%s] is declared twice. User names must be unique; remove one."
                .formatted(user.username()));
      }
    }
    Set<String> calls = new HashSet<>();
    for (Resource resource : resources) {
      if (!calls.add(resource.call())) {
        throw new IllegalArgumentException(
            "resource [%s] is declared twice. Method and path must be unique; remove one."
                .formatted(resource.call()));
      }
    }
    for (PlannedFault planned : faults) {
      FaultRegistry.requireTls(planned.fault(), transport.https());
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "port [%s] is out of range. Give one from 1 to 65535, or 0 for any that is free."
              .formatted(port));
    }
    if (journalCapacity < 1) {
      throw new IllegalArgumentException(
          "journalCapacity [%s] is too small. The journal keeps at least one exchange; leave it out for %s."
              .formatted(journalCapacity, Journal.DEFAULT_CAPACITY));
    }
  }

  /** What a sandbox is like where nothing is said. */
  public static SandboxConfig defaults() {
    return builder().build();
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this configuration. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.users.addAll(users);
    builder.resources.addAll(resources);
    builder.userTokenTtl = lifetimes.user();
    builder.sessionTokenTtl = lifetimes.session();
    builder.systemTokenTtl = lifetimes.system();
    builder.dialect = dialect;
    builder.port = port;
    builder.journalCapacity = journalCapacity;
    builder.lockout = lockout;
    builder.https = transport.https();
    builder.hostNames.addAll(transport.hostNames());
    builder.http2 = transport.http2();
    builder.faults.addAll(faults);
    return builder;
  }

  /**
   * Builds a {@link SandboxConfig}. Not thread-safe. All that is wrong is said by {@link #build()}.
   */
  public static final class Builder {
    private final List<User> users = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<PlannedFault> faults = new ArrayList<>();
    private Duration userTokenTtl = Lifetimes.DEFAULT.user();
    private Duration sessionTokenTtl = Lifetimes.DEFAULT.session();
    private Duration systemTokenTtl = Lifetimes.DEFAULT.system();
    private Dialect dialect = Dialect.LENIENT;
    private int port;
    private int journalCapacity = Journal.DEFAULT_CAPACITY;
    private @Nullable Lockout lockout;
    private boolean https;
    private final List<String> hostNames = new ArrayList<>();
    private boolean http2;

    private Builder() {}

    /** Adds users. Without any there is {@link User#DEMO}. */
    public Builder users(User... more) {
      users.addAll(List.of(more));
      return this;
    }

    /** Adds a user without permissions. */
    public Builder user(String username, String password) {
      return users(User.of(username, password));
    }

    /** Sets the lifetime of user tokens: whole seconds, at most 999 days (observed); 30 days. */
    public Builder userTokenTtl(Duration ttl) {
      userTokenTtl = ttl;
      return this;
    }

    /** Sets the lifetime of session tokens: whole seconds; 24 hours. */
    public Builder sessionTokenTtl(Duration ttl) {
      sessionTokenTtl = ttl;
      return this;
    }

    /** Sets the lifetime of system tokens: whole seconds; 1 hour. */
    public Builder systemTokenTtl(Duration ttl) {
      systemTokenTtl = ttl;
      return this;
    }

    /** Sets how strictly the contract is kept; {@link Dialect#LENIENT}. */
    public Builder dialect(Dialect other) {
      dialect = other;
      return this;
    }

    /** Sets the TCP port on loopback; 0, for any that is free. */
    public Builder port(int other) {
      port = other;
      return this;
    }

    /** Sets whether the sandbox speaks TLS, and only that; false. */
    public Builder https(boolean on) {
      https = on;
      return this;
    }

    /**
     * Adds names that the certificate bears besides {@code localhost}, {@code 127.0.0.1} and {@code
     * ::1}, such as {@code bigid.test}. The sandbox listens on loopback all the same: having the
     * client find it under that name is up to its resolver.
     */
    public Builder hostNames(String... more) {
      hostNames.addAll(List.of(more));
      return this;
    }

    /**
     * Sets whether the sandbox speaks HTTP/2 besides HTTP/1.1: negotiated within TLS; without TLS,
     * by upgrade or with prior knowledge. False unless set: nothing observed says that BigID does,
     * and a fault of a connection is exact to the byte over HTTP/1.1 only.
     */
    public Builder http2(boolean on) {
      http2 = on;
      return this;
    }

    /** Sets how many exchanges the journal keeps; 10,000. */
    public Builder journalCapacity(int other) {
      journalCapacity = other;
      return this;
    }

    /** Locks users after wrong passwords, for a time of the sandbox clock; without, never. */
    public Builder lockout(int attempts, Duration time) {
      lockout = new Lockout(attempts, time);
      return this;
    }

    /** Adds canned answers behind the login. */
    public Builder resources(Resource... more) {
      resources.addAll(List.of(more));
      return this;
    }

    /** Adds a canned answer that any sound session or system token may read. */
    public Builder protect(String method, String path, String json) {
      return resources(new Resource(method, path, null, json));
    }

    /** Adds a canned answer behind a permission. */
    public Builder protect(String method, String path, String permission, String json) {
      return resources(new Resource(method, path, permission, json));
    }

    /** Adds faults that are under way from the start, and again after each reset. */
    public Builder faults(PlannedFault... more) {
      faults.addAll(List.of(more));
      return this;
    }

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException if something is wrong; the message names it and the cure
     */
    public SandboxConfig build() {
      return new SandboxConfig(
          users,
          new Lifetimes(userTokenTtl, sessionTokenTtl, systemTokenTtl),
          dialect,
          port,
          journalCapacity,
          resources,
          lockout,
          new Transport(https, hostNames, http2),
          faults);
    }
  }
}
