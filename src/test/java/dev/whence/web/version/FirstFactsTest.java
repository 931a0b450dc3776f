package dev.whence.web.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.facts.Summaries;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Sentence;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short names for what the first screen links to. */
class FirstFactsTest {

  private static final String NPM = "https://registry.npmjs.org/";

  @ParameterizedTest
  @CsvSource({
    "https://github.com/nuxt/nuxt/actions/runs/17686742434/attempts/1, 'run 17686742434, attempt 1'",
    "https://github.com/nuxt/nuxt/actions/runs/17686742434, run 17686742434",
    "https://gitlab.com/group/tool/-/jobs/77, gitlab.com/group/tool/-/jobs/77",
    "https://github.com.example.org/a/b/actions/runs/1, github.com.example.org/a/b/actions/runs/1",
  })
  void shouldNameARunShortOnlyWhereItIsKnown(String url, String text) {
    assertThat(FirstFacts.run(url)).isEqualTo(text);
  }

  @Test
  void shouldLeadToThePublisher() {
    VersionSummary byHand = Summaries.version("1.0.0", Evidence.VERIFIED, Summaries.nuxt());
    VersionSummary trusted =
        Summaries.published("1.0.0", Evidence.VERIFIED, Summaries.nuxt(), "github");

    assertThat(FirstFacts.publisher(byHand, "danielroe", NPM).parts().getFirst().link())
        .extracting(Link::href)
        .isEqualTo("https://www.npmjs.com/~danielroe");
    assertThat(FirstFacts.publisher(byHand, "danielroe", null).parts())
        .extracting(Sentence.Part::link)
        .allMatch(Objects::isNull);
    assertThat(FirstFacts.publisher(trusted, "GitHub Actions", NPM).parts().getFirst().path())
        .isEqualTo("/repository/github.com/nuxt/nuxt");
  }
}
