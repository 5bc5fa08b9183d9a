package io.github.bigidtestkit.benchmark.child;

/** Makes the server that a JVM was started for. */
final class Servers {

  private Servers() {}

  static TestServer make(String className) throws ReflectiveOperationException {
    return (TestServer) Class.forName(className).getDeclaredConstructor().newInstance();
  }
}
