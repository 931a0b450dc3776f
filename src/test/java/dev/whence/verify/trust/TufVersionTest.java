package dev.whence.verify.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of two copies of TUF metadata is the newer one. */
class TufVersionTest {

  @Test
  void shouldOrderByTheRootFirst() {
    List<TufVersion> oldestFirst =
        List.of(new TufVersion(14, 900), new TufVersion(15, 7), new TufVersion(15, 762));
    assertThat(oldestFirst.reversed().stream().sorted()).containsExactlyElementsOf(oldestFirst);
  }

  @Test
  void shouldReadBothVersions() throws TrustException {
    assertThat(TufVersion.of(metadata("15"), metadata("762"))).isEqualTo(new TufVersion(15, 762));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"15\"", "1.5", "99999999999999999999", "null", "{", "[1]"})
  void shouldRefuseWhatIsNoVersion(String version) {
    assertThatThrownBy(() -> TufVersion.of(metadata("15"), metadata(version)))
        .isInstanceOf(TrustException.class)
        .hasMessageContaining("its TUF timestamp");
  }

  private static byte[] metadata(String version) {
    return "{\"signed\":{\"version\":%s}}".formatted(version).getBytes(StandardCharsets.UTF_8);
  }
}
