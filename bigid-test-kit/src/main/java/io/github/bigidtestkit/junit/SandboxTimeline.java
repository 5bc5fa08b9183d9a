package io.github.bigidtestkit.junit;

/**
 * Not an error of its own: rides along with the failure of a test, as a suppressed exception, to
 * show what came to the sandbox and what it decided. Secrets are shortened.
 */
public final class SandboxTimeline extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SandboxTimeline(String timeline) {
    super(timeline, null, false, false);
  }
}
