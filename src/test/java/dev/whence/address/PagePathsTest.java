package dev.whence.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.SourceRepository;
import org.junit.jupiter.api.Test;

class PagePathsTest {

  @Test
  void shouldKeepScopedNamesReadable() {
    assertThat(PagePaths.version("@babel/core", "7.28.4"))
        .isEqualTo("/package/@babel/core/v/7.28.4");
  }

  @Test
  void shouldEncodeWhatWouldLeaveItsPlace() {
    assertThat(PagePaths.version("nuxt", "1.0.0+a/b?c#d\"<"))
        .isEqualTo("/package/nuxt/v/1.0.0%2Ba%2Fb%3Fc%23d%22%3C");
    assertThat(PagePaths.search("a&evidence=x y")).isEqualTo("/search?q=a%26evidence%3Dx%20y");
  }

  @Test
  void shouldKeepGroupsOfAForgeAsPath() {
    SourceRepository repository = SourceRepository.named("gitlab.com", "group/sub", "tool");

    assertThat(PagePaths.repository(repository)).isEqualTo("/repository/gitlab.com/group/sub/tool");
    assertThat(PagePaths.workflow(repository, ".github/workflows/release.yml"))
        .isEqualTo("/repository/gitlab.com/group/sub/tool/workflow/.github/workflows/release.yml");
  }
}
