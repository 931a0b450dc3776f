package dev.whence.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

  @Test
  void shouldBeWhatTheDocumentationSays() throws IOException {
    String page = Files.readString(Path.of("docs", "datasets.md"));

    assertThat(page)
        .contains(Dictionary.markdown(Dictionary.of(AttestationColumns.ALL)))
        .contains(Dictionary.markdown(Dictionary.of(AdoptionColumns.ALL)));
  }

  @Test
  void shouldNameEachColumnOnce() {
    List<String> names = AttestationColumns.ALL.stream().map(Column::name).toList();

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
  }
}
