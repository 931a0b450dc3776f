package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No file of the checkout holds what a merge left behind, or sends readers to what is not there.
 */
class RepositoryHygieneTest {

  /** What git, the build and editors keep for themselves. */
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", ".idea", ".vscode");

  /** The lines that git writes around both sides of a conflict, whatever it names them. */
  private static final Pattern MARKER = Pattern.compile("(<{7}|>{7}|\\|{7})( .*)?|={7}");

  /** A link of Markdown to a file, up to its fragment. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:)([^)#\\s]+)(?:#[^)]*)?\\)");

  @Test
  void shouldLinkToWhatIsThere() throws IOException {
    assertThat(files(Path.of("").toAbsolutePath()))
        .filteredOn(file -> file.toString().endsWith(".md"))
        .hasSizeGreaterThan(30)
        .flatExtracting(RepositoryHygieneTest::deadLinks)
        .isEmpty();
  }

  private static List<String> deadLinks(Path file) throws IOException {
    return LINK.matcher(Files.readString(file))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !Files.exists(file.resolveSibling(link)))
        .map(link -> file + ": " + link)
        .toList();
  }

  @Test
  void shouldGiveEachClassOfTheProductANameOfItsOwn() throws IOException {
    assertThat(sharedNames(Path.of("src/main/java").toAbsolutePath())).isEmpty();
  }

  @Test
  void shouldFindTwoClassesOfOneName(@TempDir Path folder) throws IOException {
    for (String file : new String[] {"web/View.java", "api/View.java", "api/Other.java"}) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
      Files.writeString(path.resolveSibling("package-info.java"), "");
    }

    assertThat(sharedNames(folder)).containsExactly("View.java");
  }

  private static List<String> sharedNames(Path root) throws IOException {
    return files(root).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(name -> name.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void shouldHoldNoConflictMarkers() throws IOException {
    assertThat(files(Path.of("").toAbsolutePath()))
        .hasSizeGreaterThan(100)
        .flatExtracting(RepositoryHygieneTest::markers)
        .isEmpty();
  }

  @Test
  void shouldFindEachKindOfMarkerInAnyFile(@TempDir Path folder) throws IOException {
    Path deep = Files.createDirectories(folder.resolve("docs/adr"));
    for (String marker :
        new String[] {
          "<".repeat(7) + " HEAD", "|".repeat(7), "=".repeat(7), ">".repeat(7) + " w"
        }) {
      Path file = Files.writeString(deep.resolve("x"), "first\r\n" + marker + "\r\nlast\r\n");

      assertThat(files(folder))
          .flatExtracting(RepositoryHygieneTest::markers)
          .as(marker)
          .containsExactly(file + ":2");
    }
  }

  @Test
  void shouldLeaveAloneWhatOnlyLooksLikeOne(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("x"), "=".repeat(8) + "\n " + "<".repeat(7) + " HEAD\n");

    assertThat(files(folder)).flatExtracting(RepositoryHygieneTest::markers).isEmpty();
  }

  private static List<Path> files(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** As {@code file:line}; a picture, which is no text, has none. */
  private static List<String> markers(Path file) {
    List<String> found = new ArrayList<>();
    try {
      int line = 0;
      for (String text : Files.readAllLines(file)) {
        line++;
        if (MARKER.matcher(text).matches()) {
          found.add(file + ":" + line);
        }
      }
    } catch (CharacterCodingException notText) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
