package io.github.bigidtestkit.junit;

import java.nio.file.Path;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * One folder for all tests. Apart from the suite that uses it, as JUnit before 5.14 loads that, but
 * does not have the type that this implements.
 */
record OneFolder(Path getRootDirectory) implements OutputDirectoryCreator {

  static EngineTestKit.Builder in(Path folder) {
    return EngineTestKit.engine("junit-jupiter").outputDirectoryCreator(new OneFolder(folder));
  }

  @Override
  public Path createOutputDirectory(TestDescriptor test) {
    return getRootDirectory;
  }
}
