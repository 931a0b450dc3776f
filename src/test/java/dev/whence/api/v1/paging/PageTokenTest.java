package dev.whence.api.v1.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.api.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 50, Integer.MAX_VALUE})
  void shouldGiveBackTheOffset(int offset) {
    assertThat(PageToken.offset(PageToken.of("/list", offset), "/list")).isEqualTo(offset);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void shouldRefuseAnOffsetThatWasNeverGiven(int offset) {
    String token = PageToken.of("/list", offset);

    assertThatThrownBy(() -> PageToken.offset(token, "/list")).isInstanceOf(ProblemException.class);
  }
}
