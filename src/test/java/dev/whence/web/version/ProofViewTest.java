package dev.whence.web.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.web.facts.Summaries;
import org.junit.jupiter.api.Test;

class ProofViewTest {

  @Test
  void shouldSayThatTheOwnerOfARunnerIsNotProvenHonest() {
    assertThat(ProofView.notProven(Summaries.selfHosted()))
        .startsWith("That the owner of the self-hosted runner did not change the build.");
    assertThat(ProofView.notProven(Summaries.nuxt()))
        .isNotEmpty()
        .noneMatch(sentence -> sentence.contains("runner"));
    assertThat(ProofView.notProven(null)).isNotEmpty();
  }
}
