package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Resources;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.journal.Recorder;
import io.github.bigidtestkit.internal.token.TokenAuthority;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A sandbox without its port: its state and its answers. */
public final class Backend {

  private final SandboxConfig startedWith;
  private volatile SandboxConfig config;
  private final SandboxClock clock = SandboxClock.started();
  private final Lockouts lockouts;
  private final UserDirectory users;
  private final ResourceRegistry resources;
  private final TokenAuthority authority;
  private final Recorder recorder;
  private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
  private final JournalWriter journalWriter;
  private final Router router;

  public Backend(SandboxConfig config) {
    this.startedWith = config;
    this.config = config;
    this.lockouts = new Lockouts(config.lockout(), clock);
    this.users = new UserDirectory(config.users(), lockouts);
    this.resources = new ResourceRegistry(config);
    this.authority = new TokenAuthority(clock, users, config);
    this.recorder = new Recorder(config.journalCapacity());
    this.journalWriter = new JournalWriter(recorder, users, resources, clock);
    Authentication authentication = new Authentication(authority.verifier(), recorder);
    this.router =
        new Router(
            config.dialect(),
            failures::add,
            authentication,
            new SessionsEndpoint(users, lockouts),
            new RefreshEndpoint(authentication, users),
            new ResourceEndpoint(authentication, resources, users));
  }

  public SandboxConfig startedWith() {
    return startedWith;
  }

  /** The configuration of the last reset. */
  public SandboxConfig config() {
    return config;
  }

  public SandboxClock clock() {
    return clock;
  }

  public Users users() {
    return users;
  }

  public Resources resources() {
    return resources;
  }

  public TokenAuthority authority() {
    return authority;
  }

  public Recorder recorder() {
    return recorder;
  }

  public JournalWriter journalWriter() {
    return journalWriter;
  }

  public Router router() {
    return router;
  }

  /** Continues with another dialect; calls under way keep theirs. */
  public void setDialect(DialectRules rules) {
    router.setDialect(rules);
  }

  /** What failed in the sandbox itself, or in a predicate of the test, since the last reset. */
  public List<RuntimeException> failures() {
    return List.copyOf(failures);
  }

  /** Resets everything to a configuration. */
  public void reset(SandboxConfig other) {
    config = other;
    router.setDialect(other.dialect());
    lockouts.reset(other.lockout());
    users.reset(other.users());
    resources.reset(other);
    authority.reset(other);
    clock.reset();
    failures.clear();
    recorder.clear();
  }
}
