package io.github.bigidtestkit.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The POM as it will be published. */
class PomTests {

  @Test
  void asks_users_for_nothing_but_the_annotations_of_nullness() throws Exception {
    assertThat(dependencies())
        .filteredOn(dependency -> !text(dependency, "optional").equals("true"))
        .filteredOn(dependency -> !text(dependency, "scope").equals("provided"))
        .map(dependency -> text(dependency, "artifactId"))
        .containsExactly("jspecify");
  }

  @Test
  void names_what_users_may_bring_themselves() throws Exception {
    assertThat(dependencies())
        .map(dependency -> text(dependency, "artifactId"))
        .contains("junit-jupiter-api", "assertj-core", "spring-test")
        .doesNotContain("undertow-core", "nimbus-jose-jwt", "jackson-databind");
  }

  private static List<Element> dependencies() throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of(".flattened-pom.xml").toFile());
    NodeList found = pom.getElementsByTagName("dependency");
    List<Element> dependencies = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      dependencies.add((Element) found.item(i));
    }
    return dependencies;
  }

  /** What stands in a child of that name; empty where there is none. */
  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
