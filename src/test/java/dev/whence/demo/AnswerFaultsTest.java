package dev.whence.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.whence.demo.AnswerFault.Broken;
import dev.whence.demo.AnswerFault.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many faults as were asked for, the same each time, and an end to them. */
class AnswerFaultsTest {

  private static final String SPEC =
      "429:0.1,500:0.05,reset:0.03,truncate:0.02,slow:0.02,garbage:0.01";

  @Test
  void shouldDrawEachKindInItsShare() {
    AnswerFaults faults = AnswerFaults.parse(SPEC, 1);
    int requests = 20_000;
    Map<AnswerFault, Long> drawn =
        IntStream.range(0, requests)
            .mapToObj(number -> faults.draw("/package-" + number))
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Map.of(
            new Refused(429),
            0.1,
            new Refused(500),
            0.05,
            Broken.RESET,
            0.03,
            Broken.TRUNCATE,
            0.02,
            Broken.SLOW,
            0.02,
            Broken.GARBAGE,
            0.01)
        .forEach(
            (fault, share) ->
                assertThat(drawn.getOrDefault(fault, 0L) / (double) requests)
                    .as("%s", fault)
                    .isCloseTo(share, within(share / 4)));
  }

  @Test
  void shouldFollowFromSeedPathAndCountAlone() {
    AnswerFaults one = AnswerFaults.parse(SPEC, 7);
    AnswerFaults same = AnswerFaults.parse(SPEC, 7);
    IntStream.range(0, 500).forEach(_ -> same.draw("/other"));
    List<Optional<AnswerFault>> drawn = draw(one, 500);
    assertThat(draw(same, 500)).isEqualTo(drawn);
    assertThat(draw(AnswerFaults.parse(SPEC, 8), 500)).isNotEqualTo(drawn);
  }

  @Test
  void shouldFailNoPathMoreThanThreeTimesInARow() {
    assertThat(draw(AnswerFaults.parse("500:1", 1), 8))
        .extracting(Optional::isPresent)
        .containsExactly(true, true, true, false, true, true, true, false);
  }

  private static List<Optional<AnswerFault>> draw(AnswerFaults faults, int times) {
    return Stream.generate(() -> faults.draw("/path")).limit(times).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "429",
        "429:",
        "429:x",
        "429:NaN",
        "429:-0.1",
        "429:1.1",
        "200:0.1",
        "600:0.1",
        "RESET:0.1",
        "reset:0.1,",
        "reset:0.1,reset:0.2",
        "reset:0.6,slow:0.6",
        "fly:0.1"
      })
  void shouldRefuseWhatIsNoSpecification(String spec) {
    assertThatThrownBy(() -> AnswerFaults.parse(spec, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("'.*' (is|repeats) .*|the shares add up to more than 1");
  }
}
