package io.github.bigidtestkit.internal.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the manifest of the jar has it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "bigid-test-kit " + (version == null ? "(not from a jar)" : version),
      "Java %s, %s".formatted(Runtime.version(), System.getProperty("os.name"))
    };
  }
}
