package dev.whence.web.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.EvidenceWord;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.facts.CheckText;
import org.junit.jupiter.api.Test;

class AboutTextTest {

  @Test
  void shouldExplainEveryCheckWithItsSource() {
    assertThat(CheckText.all()).extracting(CheckText::kind).containsExactly(CheckKind.values());
    assertThat(CheckText.all())
        .allSatisfy(
            text -> {
              assertThat(text.asks()).endsWith("?");
              assertThat(text.how()).endsWith(".");
              assertThat(text.failure()).endsWith(".");
              assertThat(text.sources())
                  .isNotEmpty()
                  .allMatch(source -> source.href().startsWith("https://"));
            });
  }

  @Test
  void shouldExplainEveryStateAndLevel() {
    assertThat(StateText.all())
        .extracting(StateText::evidence)
        .containsExactlyInAnyOrder(EvidenceWord.values());
    assertThat(LevelText.all())
        .extracting(LevelText::level)
        .containsExactlyInAnyOrder(SlsaLevel.values());
  }
}
