package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.internal.fault.ConnectionControl;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a sandbox. Where several match a call, the one started last strikes. Thread-safe.
 *
 * <pre>{@code
 * bigId.faults().inject(Fault.status(503)).on(Endpoint.REFRESH).times(2).start();
 * }</pre>
 */
public final class Faults {

  private final CopyOnWriteArrayList<ActiveFault> started = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Rendezvous> meetings = new CopyOnWriteArrayList<>();
  private final ConnectionControl connections;
  private final AtomicInteger generation = new AtomicInteger();
  private final AtomicLong numbers = new AtomicLong();
  private final UnaryOperator<Call> shown;

  public Faults(ConnectionControl connections, UnaryOperator<Call> shown) {
    this.connections = connections;
    this.shown = shown;
  }

  /** Says what goes wrong; nothing does before {@link FaultInjection#start}. */
  public FaultInjection inject(Fault fault) {
    return new FaultInjection(this, fault);
  }

  /** As {@link #inject(Fault)}, with one of the ready-made faults. */
  public FaultInjection inject(FaultKind kind) {
    return inject(kind.fault());
  }

  /**
   * Holds the calls of an endpoint until so many have come or a limit has passed, and then lets
   * them go all at once: makes a stampede reproducible.
   *
   * @param endpoint whose calls are held
   * @param calls how many are waited for; at least 2
   * @param limit how long the first is held at most, in real time; positive
   * @throws IllegalArgumentException if calls or limit are out of range
   */
  public Rendezvous rendezvous(Target endpoint, int calls, Duration limit) {
    Rendezvous meeting = new Rendezvous(this, endpoint, calls, limit);
    meetings.add(0, meeting);
    return meeting;
  }

  /** Those that were started and have not been cleared, the one started last first. */
  public List<ActiveFault> active() {
    return List.copyOf(started);
  }

  /** Ends all, without asking whether they struck. Calls that are held go on. */
  public void clear() {
    started.forEach(this::end);
    meetings.forEach(Rendezvous::close);
  }

  long nextNumber() {
    return numbers.incrementAndGet();
  }

  ActiveFault start(ActiveFault fault) {
    if (fault.refuses()) {
      changeRefusals(() -> started.add(0, fault));
    } else {
      started.add(0, fault);
      fault.begin();
    }
    return fault;
  }

  void end(ActiveFault fault) {
    if (fault.refuses()) {
      changeRefusals(() -> started.remove(fault));
    } else {
      started.remove(fault);
    }
  }

  /** One change at a time, so that the server is told in the order in which it is so. */
  private void changeRefusals(Runnable change) {
    synchronized (connections) {
      change.run();
      connections.refuse(started.stream().anyMatch(ActiveFault::refuses));
    }
  }

  ConnectionControl connections() {
    return connections;
  }

  /** Ends all, and everything that calls which are under way could still meet. */
  public void reset() {
    generation.incrementAndGet();
    clear();
  }

  public int generation() {
    return generation.get();
  }

  void end(Rendezvous meeting) {
    meetings.remove(meeting);
  }

  public @Nullable FaultMatch strike(Call call, FaultPhase moment) {
    FaultMatch first = null;
    for (ActiveFault fault : started) {
      if (first == null) {
        first = fault.strike(call, moment);
      } else {
        fault.missed(call, moment, "[%s] struck it".formatted(first.fault().label()));
      }
    }
    return first;
  }

  public void missed(Call call, FaultPhase moment, String why) {
    started.forEach(fault -> fault.missed(call, moment, why));
  }

  /** A call without what may not be shown of it. */
  Call shown(Call call) {
    return shown.apply(call);
  }

  public @Nullable Rendezvous meeting(Call call) {
    for (Rendezvous meeting : meetings) {
      if (meeting.concerns(call)) {
        return meeting;
      }
    }
    return null;
  }

  public boolean none() {
    return started.isEmpty() && meetings.isEmpty();
  }

  @Override
  public String toString() {
    return "Faults" + started;
  }
}
