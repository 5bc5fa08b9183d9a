package io.github.bigidtestkit;

import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.config.ConfigRules;
import io.github.bigidtestkit.internal.config.ResourceRules;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a sandbox. Annotations, the registered extension and plain code all use it.
 * Immutable.
 *
 * @param users who can log in; never empty, {@link User#DEMO} if none are given
 * @param userTokenTtl the lifetime of user tokens; whole seconds, at most 999 days (portal)
 * @param sessionTokenTtl the lifetime of session tokens; whole seconds. BigID's last 24 hours
 *     (portal)
 * @param systemTokenTtl the lifetime of system tokens; whole seconds. BigID's last minutes to hours
 *     (connector); clients assume 1, 23 or 24 hours
 * @param dialect how the sandbox answers; {@link Dialect#LENIENT} if none is given
 * @param port the TCP port on loopback, or 0 for any that is free
 * @param journalCapacity how many exchanges the journal keeps
 * @param resources the protected resources
 * @param lockout when wrong passwords lock a user, or null for never
 * @param https whether the sandbox uses TLS, and only TLS
 * @param hostNames names in the certificate besides {@code localhost}, {@code 127.0.0.1} and {@code
 *     ::1}; only with TLS
 * @param http2 whether the sandbox supports HTTP/2 besides HTTP/1.1
 * @param corsOrigins the origins of pages in browsers that may call the sandbox, such as {@code
 *     http://localhost:3000}; {@code *} for any
 * @param strict whether a test fails if calls came that the sandbox does not know, or if a resource
 *     was never asked for; only the JUnit extension looks
 * @param faults the faults that are active from the start and again after each reset
 */
public record SandboxConfig(
    List<User> users,
    Duration userTokenTtl,
    Duration sessionTokenTtl,
    Duration systemTokenTtl,
    DialectRules dialect,
    int port,
    int journalCapacity,
    List<Resource> resources,
    @Nullable Lockout lockout,
    boolean https,
    List<String> hostNames,
    boolean http2,
    List<String> corsOrigins,
    boolean strict,
    List<PlannedFault> faults) {

  /** The longest lifetime that an administrator can choose for a user token (portal). */
  private static final int LONGEST_USER_TOKEN_DAYS = 999;

  private static final int LONGEST_TOKEN_DAYS = 36_500;

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if a value is invalid or two values contradict each other; the
   *     message names the value, the rule and the cure
   */
  public SandboxConfig {
    users = users.isEmpty() ? List.of(User.DEMO) : List.copyOf(users);
    resources = List.copyOf(resources);
    hostNames = List.copyOf(hostNames);
    corsOrigins = List.copyOf(corsOrigins);
    faults = List.copyOf(faults);
    ConfigRules.requireUnique(
        users,
        User::username,
        "user name [%s] is declared twice. User names must be unique; remove one.");
    ResourceRules.requireDistinct(resources);
    ConfigRules.requireTtl("userTokenTtl", userTokenTtl, LONGEST_USER_TOKEN_DAYS);
    ConfigRules.requireTtl("sessionTokenTtl", sessionTokenTtl, LONGEST_TOKEN_DAYS);
    ConfigRules.requireTtl("systemTokenTtl", systemTokenTtl, LONGEST_TOKEN_DAYS);
    ConfigRules.requireHostNames(hostNames, https);
    ConfigRules.requireOrigins(corsOrigins);
    for (PlannedFault planned : faults) {
      FaultRegistry.requireTls(planned.fault(), https);
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

  /** The lifetime of tokens of a kind. */
  public Duration ttl(TokenKind kind) {
    return switch (kind) {
      case USER -> userTokenTtl;
      case SESSION -> sessionTokenTtl;
      case SYSTEM -> systemTokenTtl;
    };
  }

  /** The default configuration. */
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
    builder.userTokenTtl = userTokenTtl;
    builder.sessionTokenTtl = sessionTokenTtl;
    builder.systemTokenTtl = systemTokenTtl;
    builder.dialect = dialect;
    builder.port = port;
    builder.journalCapacity = journalCapacity;
    builder.lockout = lockout;
    builder.https = https;
    builder.hostNames.addAll(hostNames);
    builder.http2 = http2;
    builder.corsOrigins.addAll(corsOrigins);
    builder.strict = strict;
    builder.faults.addAll(faults);
    return builder;
  }

  /** Builds a {@link SandboxConfig}. Not thread-safe. {@link #build()} validates everything. */
  public static final class Builder {
    private final List<User> users = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<PlannedFault> faults = new ArrayList<>();
    // BigID documents no lifetime of system tokens: the shortest that clients assume. That of user
    // tokens is chosen when they are made; the portal's tutorial chooses 30 days.
    private Duration userTokenTtl = Duration.ofDays(30);
    private Duration sessionTokenTtl = Duration.ofHours(24);
    private Duration systemTokenTtl = Duration.ofHours(1);
    private DialectRules dialect = Dialect.LENIENT.rules();
    private int port;
    private int journalCapacity = Journal.DEFAULT_CAPACITY;
    private @Nullable Lockout lockout;
    private boolean https;
    private final List<String> hostNames = new ArrayList<>();
    private boolean http2;
    private final List<String> corsOrigins = new ArrayList<>();
    private boolean strict;

    private Builder() {}

    /** Adds users. If none are added, there is {@link User#DEMO}. */
    public Builder users(User... more) {
      users.addAll(List.of(more));
      return this;
    }

    /** Adds a user without permissions. */
    public Builder user(String username, String password) {
      return users(User.of(username, password));
    }

    /**
     * Sets the lifetime of user tokens: whole seconds, at most 999 days (portal). Default: 30 days,
     * as in BigID's tutorial (portal).
     */
    public Builder userTokenTtl(Duration ttl) {
      userTokenTtl = ttl;
      return this;
    }

    /** Sets the lifetime of session tokens: whole seconds. Default: 24 hours (portal). */
    public Builder sessionTokenTtl(Duration ttl) {
      sessionTokenTtl = ttl;
      return this;
    }

    /**
     * Sets the lifetime of system tokens: whole seconds. Default: 1 hour, the shortest that clients
     * assume (clients).
     */
    public Builder systemTokenTtl(Duration ttl) {
      systemTokenTtl = ttl;
      return this;
    }

    /** Sets a built-in dialect. Default: {@link Dialect#LENIENT}. */
    public Builder dialect(Dialect other) {
      return dialect(other.rules());
    }

    /** Sets own rules, mostly made from those of a built-in dialect. */
    public Builder dialect(DialectRules other) {
      dialect = other;
      return this;
    }

    /** Sets the TCP port on loopback. Default: 0, for any that is free. */
    public Builder port(int other) {
      port = other;
      return this;
    }

    /** Sets whether the sandbox uses TLS, and only TLS. Default: false. */
    public Builder https(boolean on) {
      https = on;
      return this;
    }

    /**
     * Adds names to the certificate besides {@code localhost}, {@code 127.0.0.1} and {@code ::1},
     * such as {@code bigid.test}. The sandbox still listens on loopback only: the client's resolver
     * must map the name to it.
     */
    public Builder hostNames(String... more) {
      hostNames.addAll(List.of(more));
      return this;
    }

    /**
     * Sets whether the sandbox supports HTTP/2 besides HTTP/1.1: negotiated within TLS; without
     * TLS, by upgrade or with prior knowledge. Default: false, because no source shows that BigID
     * supports it, and connection faults are exact to the byte over HTTP/1.1 only.
     */
    public Builder http2(boolean on) {
      http2 = on;
      return this;
    }

    /**
     * Lets pages in browsers call the sandbox from other origins, such as {@code
     * http://localhost:3000}; {@code *} for any. Default: none.
     *
     * <p>Every answer to them, also that of a fault, says that the page may read it, with
     * credentials. A preflight is answered but is no call: it is not in the journal, and no fault
     * applies to it. One from another origin is an ordinary call, which is refused.
     */
    public Builder corsOrigins(String... more) {
      corsOrigins.addAll(List.of(more));
      return this;
    }

    /**
     * Sets whether a test fails if calls came that the sandbox does not know, or if a resource was
     * never asked for. Default: false. Only the JUnit extension looks.
     */
    public Builder strict(boolean on) {
      strict = on;
      return this;
    }

    /** Sets how many exchanges the journal keeps. Default: 10,000. */
    public Builder journalCapacity(int other) {
      journalCapacity = other;
      return this;
    }

    /** Locks users after wrong passwords, for a time of the sandbox clock. Default: never. */
    public Builder lockout(int attempts, Duration time) {
      lockout = new Lockout(attempts, time);
      return this;
    }

    /** Adds protected resources. */
    public Builder resources(Resource... more) {
      resources.addAll(List.of(more));
      return this;
    }

    /** Adds a resource that any valid session or system token may read. */
    public Builder protect(String method, String path, String json) {
      return resources(Resource.of(method, path).answers(json));
    }

    /** Adds a resource that only users with a permission may read. */
    public Builder protect(String method, String path, String permission, String json) {
      return resources(Resource.of(method, path).requires(permission).answers(json));
    }

    /** Adds faults that are active from the start, and again after each reset. */
    public Builder faults(PlannedFault... more) {
      faults.addAll(List.of(more));
      return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws IllegalArgumentException if a value is invalid or two values contradict each other
     */
    public SandboxConfig build() {
      return new SandboxConfig(
          users,
          userTokenTtl,
          sessionTokenTtl,
          systemTokenTtl,
          dialect,
          port,
          journalCapacity,
          resources,
          lockout,
          https,
          hostNames,
          http2,
          corsOrigins,
          strict,
          faults);
    }
  }
}
