package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultInjection;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.Faults;
import io.github.bigidtestkit.fault.Hold;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.fault.Rendezvous;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The faults that were started, and which of them applies to a call. Thread-safe. */
public final class FaultRegistry implements Faults {

  private final CopyOnWriteArrayList<RunningFault> started = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<HeldCalls> holds = new CopyOnWriteArrayList<>();

  /** For each fault and hold that was begun, why it proves nothing, if it does not. */
  private final CopyOnWriteArrayList<Supplier<Optional<String>>> begun =
      new CopyOnWriteArrayList<>();

  /** The holds that were begun, also those that are over. */
  private final CopyOnWriteArrayList<HeldCalls> begunHolds = new CopyOnWriteArrayList<>();

  private final ConnectionControl connections;
  private final UnaryOperator<Call> redact;
  private final Supplier<List<User>> users;
  private final AtomicInteger generation = new AtomicInteger();
  private final AtomicLong numbers = new AtomicLong();
  private volatile @Nullable BiConsumer<Call, String> tokenObserver;

  /**
   * No faults yet.
   *
   * @param redact removes from a call what messages must not show
   * @param users the users there are
   */
  public FaultRegistry(
      ConnectionControl connections, UnaryOperator<Call> redact, Supplier<List<User>> users) {
    this.connections = connections;
    this.redact = redact;
    this.users = users;
  }

  @Override
  public FaultInjection inject(Fault fault) {
    FaultBuilder builder = new FaultBuilder(this, fault);
    begin(builder::neverStarted);
    return builder;
  }

  private void begin(Supplier<Optional<String>> unproven) {
    begun.removeIf(other -> other.get().isEmpty()); // else they would pile up
    begun.add(unproven);
  }

  /** What was begun since the last reset and came to nothing, so that a test proves nothing. */
  public List<AssertionError> unproven() {
    return begun.stream().flatMap(each -> each.get().stream()).map(AssertionError::new).toList();
  }

  /** What nobody has released since the last reset; to be asked before all is cleared. */
  public List<AssertionError> unreleased() {
    return begunHolds.stream()
        .flatMap(hold -> hold.unreleased().stream())
        .map(AssertionError::new)
        .toList();
  }

  @Override
  public ActiveFault start(PlannedFault fault) {
    return start(FaultScript.of(fault));
  }

  ActiveFault start(FaultScript script) {
    script.steps().forEach(step -> requireTls(step.fault(), connections.secure()));
    RunningFault fault = new RunningFault(this, numbers.incrementAndGet(), script);
    started.add(0, fault);
    if (script.refusesConnections()) {
      connections.refuse(this::refusesConnections);
    } else if (fault.isOfHandshake()) {
      renewConnections();
    }
    return fault;
  }

  /**
   * Refuses faults of the TLS handshake where there is none.
   *
   * @throws IllegalArgumentException with the cure
   */
  public static void requireTls(Fault fault, boolean secure) {
    if (fault.phase() == FaultPhase.HANDSHAKE && !secure) {
      throw new IllegalArgumentException(
          "Fault [%s] needs a sandbox with TLS. Set https = true in @BigIdSandbox, or https(true) in its SandboxConfig."
              .formatted(fault.label()));
    }
  }

  /** A connection from before would let the client do without a handshake. */
  void renewConnections() {
    connections.renew();
  }

  @Override
  public Hold hold(Endpoint endpoint, Duration limit) {
    return holding(new HeldCalls(holds::remove, endpoint, limit));
  }

  @Override
  public Rendezvous rendezvous(Endpoint endpoint, int calls, Duration limit) {
    return holding(new Meeting(holds::remove, endpoint, calls, limit));
  }

  private <T extends HeldCalls> T holding(T hold) {
    holds.add(0, hold);
    begin(hold::unproven);
    begunHolds.removeIf(other -> !holds.contains(other) && other.unreleased().isEmpty());
    begunHolds.add(hold);
    return hold;
  }

  @Override
  public List<ActiveFault> active() {
    return List.copyOf(started);
  }

  @Override
  public void clear() {
    started.forEach(this::end);
    holds.forEach(HeldCalls::close);
  }

  void end(RunningFault fault) {
    if (started.remove(fault) && fault.refusesConnections()) {
      connections.refuse(this::refusesConnections);
    }
  }

  private boolean refusesConnections() {
    return started.stream().anyMatch(RunningFault::refusesConnections);
  }

  /** Ends all faults, also for calls that wait for one now. */
  public void reset() {
    generation.incrementAndGet();
    clear();
    begun.clear();
    begunHolds.clear();
  }

  /** Changes with each reset. */
  public int generation() {
    return generation.get();
  }

  /** Whether there is nothing that could apply to a call. */
  public boolean isEmpty() {
    return started.isEmpty() && holds.isEmpty();
  }

  /**
   * The fault that applies to a call in this phase, or null.
   *
   * @throws FailedPredicateException if a predicate of the test fails
   */
  public @Nullable FaultMatch match(Call call, FaultPhase phase) {
    FaultMatch first = null;
    for (RunningFault fault : started) {
      if (first == null) {
        first = fault.match(call, phase);
      } else {
        fault.missed(call, phase, "[%s] struck it".formatted(first.fault().label()));
      }
    }
    return first;
  }

  /**
   * Has somebody told of each call that shows a token, and of the token, just before it is
   * verified; null for nobody.
   */
  public void setTokenObserver(@Nullable BiConsumer<Call, String> observer) {
    tokenObserver =
        observer == null ? null : (call, token) -> observer.accept(redacted(call), token);
  }

  public @Nullable BiConsumer<Call, String> tokenObserver() {
    return tokenObserver;
  }

  /** Notes that a call will not reach a phase, for faults that never apply. */
  public void missed(Call call, FaultPhase phase, String why) {
    started.forEach(fault -> fault.missed(call, phase, why));
  }

  /** What holds this call, or null. */
  public @Nullable HeldCalls holding(Call call) {
    for (HeldCalls hold : holds) {
      if (hold.concerns(call)) {
        return hold;
      }
    }
    return null;
  }

  /** Why a fault that is limited to a user never applies; empty if the user exists. */
  String unknown(@Nullable String user) {
    List<String> names = users.get().stream().map(User::username).toList();
    return user == null || names.contains(user)
        ? ""
        : " There is no user [%s]; there are %s.".formatted(user, names);
  }

  Call redacted(Call call) {
    return redact.apply(call);
  }

  @Override
  public String toString() {
    return "Faults" + started;
  }
}
