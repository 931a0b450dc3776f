package dev.whence.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "1, 1, 1",
    "5, 1, 5",
    "6, 2, 6",
    "10, 2, 10",
    "11, 5, 15",
    "25, 5, 25",
    "26, 10, 30",
    "99, 20, 100",
    "101, 50, 150",
    "251, 100, 300",
    "123456, 50000, 150000",
  })
  void shouldEndAtTheNextRoundNumber(long max, long step, long top) {
    assertThat(Scale.upTo(max)).isEqualTo(new Scale(step, top));
  }

  @Test
  void shouldHaveFewLinesAndRoomForEveryCount() {
    LongStream.rangeClosed(0, 20_000)
        .forEach(
            max ->
                assertThat(Scale.upTo(max))
                    .satisfies(scale -> assertThat(scale.top()).isGreaterThanOrEqualTo(max))
                    .satisfies(scale -> assertThat(scale.values()).hasSizeBetween(2, 6)));
  }
}
