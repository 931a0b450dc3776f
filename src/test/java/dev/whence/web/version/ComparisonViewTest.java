package dev.whence.web.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.insight.compare.Releases;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the sentence calls the release that a version is compared with. */
class ComparisonViewTest {

  @Test
  void shouldCallOnlyTheNewestTheNewest() {
    assertThat(sentence(new Releases().attested("1.0.0").byHand("1.0.1").attested("1.0.2")))
        .startsWith(
            "Compared with 1.0.0, the newest earlier release of 1.x with provenance. Different: with provenance again. ");
    assertThat(
            sentence(new Releases().byHand("1.0.0").of("1.0.1", Evidence.FAILING).byHand("1.0.2")))
        .as("1.0.1 is newer, and nothing is known of it")
        .startsWith("Compared with 1.0.0, an earlier release of 1.x. The same: ");
  }

  @Test
  void shouldCallTheLowerNumberLowerWhereThereAreNoTimes() {
    assertThat(sentence(new Releases().at(null).byHand("1.0.0").byHand("1.0.1")))
        .startsWith("Compared with 1.0.0, a lower release of 1.x. The same: ");
  }

  /** Of the release told last. */
  private static String sentence(Releases releases) {
    String last = releases.list().getLast().version();
    return Objects.requireNonNull(ComparisonView.of("tools", releases.compare(last)))
        .sentence()
        .toString();
  }
}
