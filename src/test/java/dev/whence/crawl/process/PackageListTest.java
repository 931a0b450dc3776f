package dev.whence.crawl.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.PackageName;
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
  void shouldLeaveOutWhatIsNoPackageName() {
    assertThat(PackageList.parse(List.of(" a ", "a/../b", "@b/c", "", "a", "c d")))
        .extracting(PackageName::value)
        .containsExactly("a", "@b/c");
  }
}
