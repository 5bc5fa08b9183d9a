package io.github.bigidtestkit.docs;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table whose first column names everything of one kind that the code has (or whose head does,
 * with {@code columns}; or whose second column names all members of the type in the first, with
 * {@code members}). A comment before it says what:
 *
 * <pre>{@code
 * <!-- table: attributes of io.github.bigidtestkit.junit.UserToken -->
 * <!-- table: constants of io.github.bigidtestkit.Endpoint -->
 * <!-- table: assertions of io.github.bigidtestkit.assertj.TokenAssert -->
 * <!-- table: options in path/from/the/root/One.java and path/from/the/root/Two.java -->
 * <!-- table: paths of path/from/the/root/openapi.yaml -->
 * <!-- table: keys of a configuration -->
 * <!-- table: members -->
 * }</pre>
 *
 * @param subject what the comment says
 * @param names the words in code font in the first column, or in the head
 */
record Table(Page page, String subject, Set<String> names) {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern OPTION = Pattern.compile("\"(--[a-z0-9-]+)\"");

  static List<Table> in(Page page) {
    List<Table> tables = new ArrayList<>();
    List<String> lines = page.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("<!-- table: ")) {
        String subject = lines.get(i).replaceAll("^<!-- table: | -->$", "");
        List<String> rows =
            lines.subList(i + 1, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        tables.add(
            new Table(
                page,
                subject,
                switch (subject.replaceFirst(" .*", "")) {
                  case "columns" -> codes(rows.subList(0, 1));
                  case "members" -> members(rows);
                  default -> codes(column(1, rows));
                }));
      }
    }
    return tables;
  }

  private static List<String> column(int number, List<String> rows) {
    return rows.stream().skip(2).map(row -> row.split("(?<!\\\\)\\|", -1)[number]).toList();
  }

  private static Set<String> members(List<String> rows) {
    Set<String> names = new TreeSet<>();
    List<String> types = column(1, rows);
    List<String> members = column(2, rows);
    for (int i = 0; i < types.size(); i++) {
      String type = codes(types.subList(i, i + 1)).iterator().next().replace("@", "");
      codes(members.subList(i, i + 1)).forEach(member -> names.add(type + "." + member));
    }
    return names;
  }

  private static Set<String> codes(List<String> cells) {
    Set<String> names = new TreeSet<>();
    cells.stream()
        .flatMap(cell -> CODE.matcher(cell).results())
        .map(found -> found.group(1).replaceAll("[(\\s=].*", ""))
        .forEach(names::add);
    return names;
  }

  /** The rows of this table, each with the words in code font of each of its cells. */
  List<List<Set<String>>> cells() {
    List<String> lines = page.lines();
    return lines
        .subList(lines.indexOf("<!-- table: " + subject + " -->") + 3, lines.size())
        .stream()
        .takeWhile(line -> line.startsWith("|"))
        .map(row -> Stream.of(row.split("\\|", -1)).map(cell -> codes(List.of(cell))).toList())
        .toList();
  }

  /** What the code has. */
  Set<String> expected() throws IOException, ClassNotFoundException {
    String target = subject.replaceFirst(".* ", "");
    return switch (subject.replaceFirst(" .*", "")) {
      case "attributes" -> names(Stream.of(Class.forName(target).getDeclaredMethods()));
      case "constants", "columns" -> constants(Class.forName(target));
      case "assertions" -> assertions(Class.forName(target));
      case "options" -> options();
      case "paths" ->
          found(Pattern.compile("(?m)^  (/\\S*):"), Files.readString(page.root().resolve(target)));
      case "keys" -> configurationKeys();
      case "members" -> membersOfAllTypes();
      default -> throw new AssertionError("Not known: table of " + subject);
    };
  }

  /** Also those of superclasses, if they are the kit's. */
  private static Set<String> assertions(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Class<?> at = type; at.getPackage() == type.getPackage(); at = at.getSuperclass()) {
      names.addAll(
          names(
              Stream.of(at.getDeclaredMethods())
                  .filter(method -> Modifier.isPublic(method.getModifiers()))));
    }
    return names;
  }

  private static Set<String> names(Stream<Method> methods) {
    return new TreeSet<>(
        methods.filter(method -> !method.isSynthetic()).map(Method::getName).toList());
  }

  private Set<String> membersOfAllTypes() throws ClassNotFoundException {
    Set<String> all = new TreeSet<>();
    for (String name : names) {
      Class<?> type = publicType(name.replaceFirst("\\..*", ""));
      Set<String> members =
          type.isAnnotation() ? names(Stream.of(type.getDeclaredMethods())) : constants(type);
      members.forEach(member -> all.add(type.getSimpleName() + "." + member));
    }
    return all;
  }

  private static Class<?> publicType(String name) throws ClassNotFoundException {
    for (String room : List.of("", "junit.", "token.", "fault.")) {
      String full = FakeBigId.class.getPackageName() + "." + room + name;
      if (FakeBigId.class.getResource("/" + full.replace('.', '/') + ".class") != null) {
        return Class.forName(full);
      }
    }
    throw new AssertionError("There is no public type " + name);
  }

  private static Set<String> constants(Class<?> type) {
    return new TreeSet<>(Stream.of(type.getEnumConstants()).map(Object::toString).toList());
  }

  /** All that the annotation can set can be set in a file, but for what concerns JUnit. */
  private static Set<String> configurationKeys() {
    Set<String> keys = names(Stream.of(BigIdSandbox.class.getDeclaredMethods()));
    keys.removeAll(Set.of("config", "lifecycle", "reset"));
    keys.add("faults");
    return keys;
  }

  private Set<String> options() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String source : subject.replaceFirst("options in ", "").split(" and ", -1)) {
      names.addAll(found(OPTION, Files.readString(page.root().resolve(source))));
    }
    return names;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return new TreeSet<>(pattern.matcher(text).results().map(it -> it.group(1)).toList());
  }
}
