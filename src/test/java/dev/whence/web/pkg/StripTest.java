package dev.whence.web.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.EvidenceWord;
import dev.whence.insight.compare.Releases;
import dev.whence.provenance.SourceRepository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StripTest {

  @Test
  void shouldDrawOnePieceForEachRun() {
    Band band =
        EvidenceBand.of(
            List.of(
                EvidenceWord.NONE, EvidenceWord.NONE, EvidenceWord.VERIFIED, EvidenceWord.REJECTED),
            List.of("1.0.0", "1.1.0", "2.0.0", "2.0.1"));

    assertThat(band.pieces())
        .extracting(Band.Piece::title)
        .containsExactly("none: 1.0.0 to 1.1.0", "verified: 2.0.0", "rejected: 2.0.1");
    assertThat(band.pieces())
        .extracting(Band.Piece::width)
        .containsExactly("50.00%", "25.00%", "25.00%");
    assertThat(band.summary()).isEqualTo("2 none, 1 rejected, 1 verified");
  }

  @Test
  void shouldGiveTheMostFrequentNamesALetterAndGatherTheRest() {
    List<@Nullable String> values = new ArrayList<>();
    values.add("a");
    values.add("a");
    values.add(null);
    for (String rare : List.of("b", "c", "d", "e", "f", "g", "h")) {
      values.add(rare);
    }
    List<String> reasons = Collections.nCopies(values.size(), ValueBand.NOT_KNOWN);
    Band band = ValueBand.of("Publisher", values, reasons, versions(values.size()));

    assertThat(band.legend().getFirst().text()).isEqualTo("a");
    assertThat(band.legend().getFirst().letter()).isEqualTo("A");
    assertThat(band.legend()).extracting(Band.Key::text).contains("3 others", "not known");
    assertThat(band.legend().stream().mapToLong(Band.Key::count).sum()).isEqualTo(values.size());
  }

  @Test
  void shouldShowTheOneReleaseFromAnotherBranch() {
    Releases releases = new Releases().attested("8.0.0").attested("8.1.0").byHand("8.1.1");
    releases.removed("8.1.2").onRef("refs/heads/snapshot-7f3a").attested("8.2.1");

    assertThat(legend(releases, "Branch or tag"))
        .containsExactly("2 branch main", "1 branch snapshot-7f3a", "1 no provenance", "1 removed");
    assertThat(legend(releases, "Publisher")).containsExactly("4 octocat", "1 removed");
  }

  @Test
  void shouldShowARepositoryOnceUnderItsNamesAndTwoOfOneNameApart() {
    SourceRepository renamed =
        SourceRepository.named("github.com", "octo-org", "tools").withIds("11", "1");
    SourceRepository taken =
        SourceRepository.named("github.com", "octo", "tools").withIds("99", "7");
    Releases releases = new Releases().attested("1.0.0").attested("1.1.0");

    assertThat(legend(releases.from(renamed).attested("1.2.0"), "Repository"))
        .containsExactly("3 github.com/octo-org/tools, before: github.com/octo/tools");
    assertThat(legend(releases.from(taken).attested("1.3.0"), "Repository"))
        .containsExactly(
            "3 github.com/octo-org/tools (id 11), before: github.com/octo/tools",
            "1 github.com/octo/tools (id 99)");
  }

  private static List<String> legend(Releases releases, String label) {
    return Strip.bands(releases.list()).stream()
        .filter(band -> band.label().equals(label))
        .flatMap(band -> band.legend().stream())
        .map(key -> key.count() + " " + key.text())
        .toList();
  }

  @Test
  void shouldStaySmallForThousandsOfVersions() {
    List<EvidenceWord> alternating =
        IntStream.range(0, 5_000)
            .mapToObj(i -> i % 2 == 0 ? EvidenceWord.VERIFIED : EvidenceWord.NONE)
            .toList();

    Band band = EvidenceBand.of(alternating, versions(5_000));

    assertThat(band.pieces()).hasSize(Band.MAX_PIECES);
  }

  private static List<String> versions(int count) {
    return IntStream.range(0, count).mapToObj(i -> "1.0." + i).toList();
  }
}
