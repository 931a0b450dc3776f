package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SemverOrderTest {

  @Test
  void shouldOrderAsTheSpecificationSays() {
    List<String> ordered =
        List.of(
            "",
            "1.2",
            "latest",
            "v9.9.9",
            "0.0.0-0",
            "0.0.0",
            "0.9.0",
            "0.10.0",
            "1.0.0-2",
            "1.0.0-11",
            "1.0.0-20240101123000",
            "1.0.0-99999999999999999999999",
            "1.0.0-Beta",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.1.1",
            "1.0.0-alpha.beta",
            "1.0.0-alpha-x",
            "1.0.0-alpha1",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.0+build.1",
            "1.0.0+build.2",
            "1.0.1-0",
            "2.0.0",
            "10.0.0",
            "99999999999999999999999999.0.0");

    List<String> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(SemverOrder.ASCENDING);

    assertThat(shuffled).isEqualTo(ordered);
  }

  @Test
  void shouldTakeAnyTextForAVersion() {
    String longNumber = "1." + "9".repeat(300) + ".0";

    assertThat(SemverOrder.ASCENDING.compare(longNumber, "0.0.1")).isNegative();
    assertThat(SemverOrder.ASCENDING.compare("\ud83d\ude00", "0.0.1")).isNegative();
  }
}
