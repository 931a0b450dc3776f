package dev.whence.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How certificates name a build definition. */
class WorkflowUriTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/r/.github/workflows/a.yml@refs/heads/main,"
        + " https://github.com/o/r, .github/workflows/a.yml, refs/heads/main",
    "https://github.com/o/r/.github/workflows/a%20b.yml@refs/heads/%C3%BC,"
        + " https://github.com/o/r, .github/workflows/a b.yml, refs/heads/ü",
    "https://github.com/o/r/.github/workflows/a b.yml@refs/tags/@s/p@1,"
        + " https://github.com/o/r, .github/workflows/a b.yml, refs/tags/@s/p@1",
    "https://github.com/o/r/.github/workflows/a@b.yml@refs/heads/x,"
        + " https://github.com/o/r, .github/workflows/a@b.yml, refs/heads/x",
    "https://github.com/o/r/.github/workflows/a.yml@v1,"
        + " https://github.com/o/r, .github/workflows/a.yml, v1",
    "https://gitlab.com/g/s/p//.gitlab-ci.yml@refs/heads/main,"
        + " https://gitlab.com/g/s/p, .gitlab-ci.yml, refs/heads/main",
    "https://gitlab.com/g/p//ci/a%20b.yml@refs/heads/main,"
        + " https://gitlab.com/g/p, ci/a b.yml, refs/heads/main"
  })
  void shouldReadThem(String uri, String repository, String path, String ref) {
    assertThat(WorkflowUri.parse(uri)).contains(new WorkflowUri(repository, path, ref));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://",
        "https://github.com/o/r/.github/workflows/a.yml",
        "https://github.com/o/r/.github/workflows/a.yml@",
        "https://github.com/o/r/.github/workflows/@refs/heads/main",
        "https://github.com/o/r/a.yml@refs/heads/main",
        "https:////a@b",
        "http://github.com/o/r/.github/workflows/a.yml@refs/heads/main",
        "somebody@example.com"
      })
  void shouldRefuseOthers(String uri) {
    assertThat(WorkflowUri.parse(uri)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".github/workflows/a b.yml",
        ".github/workflows/a%20b.yml",
        "o/r/.github/workflows/a b.yml",
        "O/R/.github/workflows/a b.yml@refs/heads/main",
        ".github/workflows/a%20b.yml@refs/heads/m%61in"
      })
  void shouldBeMeantByEverySpelling(String claimed) {
    assertThat(uri().isMeantBy(claimed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b.yml",
        ".github/workflows/a%2520b.yml",
        ".github%2Fworkflows%2Fa b.yml",
        "o/x/.github/workflows/a b.yml",
        ".github/workflows/a b.yml@refs/heads/other",
        ".github/workflows/a b.yml@"
      })
  void shouldNotBeMeantByAnotherFile(String claimed) {
    assertThat(uri().isMeantBy(claimed)).isFalse();
  }

  private static WorkflowUri uri() {
    return WorkflowUri.parse("https://github.com/o/r/.github/workflows/a%20b.yml@refs/heads/main")
        .orElseThrow();
  }

  @Test
  void shouldTakeWhatOnlyLooksLikeAnEscapeForTheName() {
    WorkflowUri sale =
        WorkflowUri.parse(
                "https://github.com/o/r/.github/workflows/50%2520off.yml@refs/heads/50%2520off")
            .orElseThrow();
    String path = ".github/workflows/50%20off.yml";
    String ref = "refs/heads/50%20off";

    assertThat(List.of(path, path + "@" + ref, "O/r/" + path + "@" + ref))
        .allMatch(sale::isMeantBy);
    assertThat(List.of(path.replace("%20", " "), path + "@refs/heads/50 off"))
        .noneMatch(sale::isMeantBy);
  }
}
