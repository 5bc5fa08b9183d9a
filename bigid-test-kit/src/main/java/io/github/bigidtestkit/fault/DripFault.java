package io.github.bigidtestkit.fault;

/**
 * The true answer, its body a few bytes at a time, in real time.
 *
 * @param bytesPerSecond the rate, from 1 to 1,000,000
 */
public record DripFault(int bytesPerSecond) implements Fault {

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if the rate is not from 1 to 1,000,000
   */
  public DripFault {
    if (bytesPerSecond < 1 || bytesPerSecond > 1_000_000) {
      throw new IllegalArgumentException(
          "rate [%s] is out of range. Give one from 1 to 1000000 bytes per second."
              .formatted(bytesPerSecond));
    }
  }

  @Override
  public String label() {
    return "body dripped at %s bytes per second".formatted(bytesPerSecond);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.drip(this);
  }
}
