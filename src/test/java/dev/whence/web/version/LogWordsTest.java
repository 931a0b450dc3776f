package dev.whence.web.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.bundle.LogEntry;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the public Rekor v1 can be searched by index, and only a covered index is one. */
class LogWordsTest {

  private static final String V1 =
      "c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d";
  private static final String V2 =
      "cf11991595bdd1d1048e3f16ac5c0c75c009f6fb5a63f417f0e638d7c5147fa0";

  @ParameterizedTest
  @CsvSource({
    V1 + ", dsse/0.0.1, 508226558, 'https://search.sigstore.dev/?logIndex=508226558'",
    V1 + ", dsse/0.0.1, ,",
    V2 + ", hashedrekord/0.0.2, 508226558,"
  })
  void shouldLinkTheEntryWhereItCanBeLookedUp(
      String log, String kind, @Nullable Long index, @Nullable String link) {
    LogEntry entry = new LogEntry(kind, index, log, null, index != null, true, true);
    Sentence told = LogWords.linked(entry);
    assertThat(told.parts().stream().map(Sentence.Part::link).filter(Objects::nonNull))
        .extracting(Link::href)
        .isEqualTo(link == null ? List.of() : List.of(link));
    assertThat(told.toString())
        .contains(
            index == null
                ? ", number not certain"
                : link == null ? "number " + index + " of the log " : "?logIndex=" + index);
  }
}
