package io.github.bigidtestkit.junit;

/**
 * Carries the timeline of the sandbox as a suppressed exception of a test's failure.
 *
 * <p>It is no error by itself. It shows the calls that the sandbox received and how it answered
 * them; secrets are shortened.
 */
public final class SandboxTimeline extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SandboxTimeline(String timeline) {
    super(timeline, null, false, false);
  }
}
