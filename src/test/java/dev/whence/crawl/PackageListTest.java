package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackageListTest {

  @Test
  void shouldBeginWithThePackagesThatReadersTryFirst() {
    assertThat(PackageList.wellKnown())
        .hasSizeBetween(40, 80)
        .doesNotHaveDuplicates()
        .extracting(name -> name.value())
        .startsWith("js-cookie", "jose", "sigstore", "pacote", "swr");
  }

  @Test
  void shouldRefuseWhatIsNoPackageName() {
    assertThat(PackageList.parse(List.of(" a ", "@b/c", "a"))).hasSize(2);
    assertThatThrownBy(() -> PackageList.parse(List.of("a/../b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
