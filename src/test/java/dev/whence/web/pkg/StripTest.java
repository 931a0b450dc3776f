package dev.whence.web.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import java.util.ArrayList;
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
                Evidence.NO_ATTESTATION,
                Evidence.NO_ATTESTATION,
                Evidence.VERIFIED,
                Evidence.REJECTED),
            List.of("1.0.0", "1.1.0", "2.0.0", "2.0.1"));

    assertThat(band.pieces())
        .extracting(Band.Piece::title)
        .containsExactly("no provenance: 1.0.0 to 1.1.0", "checked: 2.0.0", "rejected: 2.0.1");
    assertThat(band.pieces())
        .extracting(Band.Piece::width)
        .containsExactly("50.00%", "25.00%", "25.00%");
    assertThat(band.summary()).isEqualTo("2 no provenance, 1 rejected, 1 checked");
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
    Band band = ValueBand.of("Publisher", values, versions(values.size()));

    assertThat(band.legend().getFirst().text()).isEqualTo("a");
    assertThat(band.legend().getFirst().letter()).isEqualTo("A");
    assertThat(band.legend()).extracting(Band.Key::text).contains("3 others", "not stated");
    assertThat(band.legend().stream().mapToLong(Band.Key::count).sum()).isEqualTo(values.size());
  }

  @Test
  void shouldStaySmallForThousandsOfVersions() {
    List<Evidence> alternating =
        IntStream.range(0, 5_000)
            .mapToObj(i -> i % 2 == 0 ? Evidence.VERIFIED : Evidence.NO_ATTESTATION)
            .toList();

    Band band = EvidenceBand.of(alternating, versions(5_000));

    assertThat(band.pieces()).hasSize(Band.MAX_PIECES);
  }

  private static List<String> versions(int count) {
    return IntStream.range(0, count).mapToObj(i -> "1.0." + i).toList();
  }
}
