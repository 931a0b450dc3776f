package dev.whence.web.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Slug;
import dev.whence.web.facts.CheckText;
import java.util.stream.Stream;
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

  @Test
  void shouldNameEachReasonBesideItsState() {
    assertThat(StateText.all().stream().flatMap(text -> text.reasons().stream()))
        .extracting(StateText.Reason::word)
        .containsExactlyInAnyOrder(
            Stream.of(EvidenceReason.values()).map(Slug::of).toArray(String[]::new));
    assertThat(StateText.all())
        .filteredOn(text -> !text.reasons().isEmpty())
        .extracting(StateText::evidence)
        .containsExactly(EvidenceWord.MISSING, EvidenceWord.PENDING);
  }
}
