package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of before docs/words.md stand nowhere that a reader sees. */
class VocabularyTest {

  private static final Path MAIN = Path.of("src", "main", "java", "dev", "whence");

  /** Other words for states, verdicts and checks. */
  private static final Pattern OLD =
      Pattern.compile(
          "undecided|no-attestation\\b|not-served|not_served|not-looked-at|not-verified"
              + "|(?:could|can) not be (?:checked|made)|(?:not )?looked at"
              + "|advertised but not|does not apply|publish attestation only"
              + "|passed every check(?! that applies)|checked provenance|unknown to the registry"
              + "|version(?: was|s were|-)? ?unpublished|with readable provenance",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /** Comments are for those who change the code, and the words' old names stand in no string. */
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  @Test
  void shouldUseNoOldWordOnPages() {
    assertThat(old(Path.of("src", "main", "resources", "templates"), ".html", false)).isEmpty();
    assertThat(old(MAIN.resolve("web"), ".java", true)).isEmpty();
  }

  @Test
  void shouldUseNoOldWordInWhatProgramsRead() {
    List<String> found = new ArrayList<>();
    for (String room : List.of("api", "export", "cli")) {
      found.addAll(old(MAIN.resolve(room), ".java", true));
    }

    assertThat(found).isEmpty();
  }

  @Test
  void shouldUseNoOldWordInDocuments() {
    List<String> found = new ArrayList<>(old(Path.of("docs"), ".md", false));
    found.addAll(old(Path.of("README.md"), ".md", false));

    assertThat(found).isEmpty();
  }

  private static List<String> old(Path root, String ending, boolean onlyLiterals) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).sorted().toList()) {
        for (String text : texts(Files.readString(file), onlyLiterals)) {
          OLD.matcher(text)
              .results()
              .map(MatchResult::group)
              .forEach(w -> found.add(file + ": " + w));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Sentences run over lines, in code over several literals. */
  private static List<String> texts(String content, boolean onlyLiterals) {
    if (!onlyLiterals) {
      return List.of(content.replaceAll("\\s+", " "));
    }
    String joined = COMMENT.matcher(content).replaceAll(" ").replaceAll("\"\\s*\\+\\s*\"", "");
    return LITERAL.matcher(joined).results().map(literal -> literal.group(1)).toList();
  }
}
