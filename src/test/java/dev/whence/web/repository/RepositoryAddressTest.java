package dev.whence.web.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepositoryAddressTest {

  @Test
  void shouldReadARepository() {
    assertThat(RepositoryAddress.readings("github.com/nuxt/nuxt"))
        .containsExactly(new RepositoryAddress("github.com", "nuxt", "nuxt", null));
  }

  @Test
  void shouldReadAGroupPath() {
    assertThat(RepositoryAddress.readings("gitlab.com/group/sub/project"))
        .containsExactly(new RepositoryAddress("gitlab.com", "group/sub", "project", null));
  }

  @Test
  void shouldReadAWorkflow() {
    assertThat(RepositoryAddress.readings("github.com/nuxt/nuxt/workflow/.github/workflows/a.yml"))
        .startsWith(new RepositoryAddress("github.com", "nuxt", "nuxt", ".github/workflows/a.yml"));
  }

  @Test
  void shouldGiveEveryReadingWhereAGroupIsCalledWorkflow() {
    assertThat(RepositoryAddress.readings("gitlab.com/a/b/workflow/workflow/ci.yml"))
        .containsExactly(
            new RepositoryAddress("gitlab.com", "a", "b", "workflow/ci.yml"),
            new RepositoryAddress("gitlab.com", "a/b", "workflow", "ci.yml"),
            new RepositoryAddress("gitlab.com", "a/b/workflow/workflow", "ci.yml", null));
  }

  @Test
  void shouldReadARepositoryThatIsCalledWorkflow() {
    assertThat(RepositoryAddress.readings("github.com/acme/workflow"))
        .containsExactly(new RepositoryAddress("github.com", "acme", "workflow", null));
    assertThat(RepositoryAddress.readings("github.com/acme/workflow/workflow/ci.yml"))
        .startsWith(new RepositoryAddress("github.com", "acme", "workflow", "ci.yml"));
  }

  @Test
  void shouldRefuseWhatNamesNothing() {
    assertThat(RepositoryAddress.readings("github.com")).isEmpty();
    assertThat(RepositoryAddress.readings("github.com/nuxt")).isEmpty();
    assertThat(RepositoryAddress.readings("github.com//nuxt/nuxt")).isEmpty();
    assertThat(RepositoryAddress.readings("github.com/nuxt/nuxt/")).isEmpty();
    assertThat(RepositoryAddress.readings("a/".repeat(10_000) + "a")).isEmpty();
  }

  @Test
  void shouldBoundTheReadings() {
    assertThat(RepositoryAddress.readings("h/" + "workflow/".repeat(40) + "x")).hasSize(5);
  }
}
