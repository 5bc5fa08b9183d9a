package io.github.bigidtestkit.internal.journal;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page read by the JDK's XML parser, which takes nothing that is not well-formed. */
record Page(Document document) {

  static Page parse(String html) {
    try {
      return new Page(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(html))));
    } catch (SAXException | IOException | ParserConfigurationException malformed) {
      throw new AssertionError("The page is not well-formed", malformed);
    }
  }

  List<Element> elements(String name) {
    return list(document.getElementsByTagName(name));
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The texts of all elements of a name. */
  List<String> texts(String name) {
    return elements(name).stream().map(Element::getTextContent).map(String::strip).toList();
  }

  /** The texts of the elements of a name that have a class, the class being all they have. */
  List<String> texts(String name, String style) {
    return elements(name).stream()
        .filter(element -> element.getAttribute("class").equals(style))
        .map(Element::getTextContent)
        .map(String::strip)
        .toList();
  }

  /** The only element of a name that has a class, the class being all it has. */
  Element withClass(String name, String style) {
    List<Element> found =
        elements(name).stream()
            .filter(element -> element.getAttribute("class").equals(style))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("%s elements of class %s".formatted(found.size(), style));
    }
    return found.get(0);
  }

  /** The cells of the body of the table, row by row. */
  List<List<String>> table() {
    return list(withClass("table", "calls").getElementsByTagName("tr")).stream()
        .skip(1)
        .map(
            row -> {
              NodeList cells = row.getChildNodes();
              List<String> texts = new ArrayList<>();
              for (int i = 0; i < cells.getLength(); i++) {
                texts.add(cells.item(i).getTextContent());
              }
              return texts;
            })
        .toList();
  }
}
