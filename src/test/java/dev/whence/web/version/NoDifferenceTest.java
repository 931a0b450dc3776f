package dev.whence.web.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.insight.compare.Releases;
import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Silence could mean that nothing was compared, so the page says that it found no difference. */
class NoDifferenceTest {

  @Test
  void shouldSayThatNothingDiffers() {
    assertThat(line(new Releases().attested("2.0.1").attested("3.0.0")))
        .hasToString("No difference from 2.0.1 in what we compare.");
    assertThat(line(new Releases().byHand("2.0.1").byHand("3.0.0")))
        .hasToString("No difference from 2.0.1 in what we compare.");
  }

  @Test
  void shouldSayNothingBesideADifferenceOrForTheFirstVersion() {
    assertThat(line(new Releases().attested("2.0.1").byHand("3.0.0"))).isNull();
    assertThat(line(new Releases().attested("2.0.1"))).isNull();
  }

  @Test
  void shouldNotCallTheUnknownEqual() {
    assertThat(line(new Releases().attested("2.0.1").of("3.0.0", Evidence.NOT_FETCHED)))
        .hasToString("We cannot compare the provenance with 2.0.1.");
    assertThat(line(new Releases().attested("2.0.1").of("3.0.0", Evidence.NOT_CHECKED)))
        .hasToString("We cannot compare the provenance with 2.0.1.");
    assertThat(
            line(new Releases().of("2.0.1", Evidence.UNREADABLE).of("3.0.0", Evidence.UNREADABLE)))
        .hasToString("We cannot compare the provenance with 2.0.1.");
  }

  @Test
  void shouldNotCallAnotherAccountNoDifference() {
    assertThat(
            line(
                new Releases()
                    .by("ylva")
                    .attested("1.0.0")
                    .by("eskil")
                    .attested("1.0.1")
                    .by("ylva")
                    .attested("1.0.2")))
        .hasToString(
            "Only the publisher differs from 1.0.1. This account published earlier versions, too.");
  }

  /** Of the release told last. */
  private static @Nullable Sentence line(Releases releases) {
    return NoDifference.of("tools", releases.compare(releases.list().getLast().version()));
  }
}
