package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.verify.StructuralMutants.Level;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** A sample of the mutants by structure; {@code bench/mutants} tries as many as one likes. */
class StructuralMutantsTest {

  private static final Logger LOG = Logger.getLogger(StructuralMutantsTest.class);
  private static final int MUTANTS = Integer.getInteger("whence.test.structural", 9_000);

  @Test
  void shouldChangeNoFactOfWhatStillVerifies() {
    StructuralMutants mutants = StructuralMutants.ofAll();
    mutants.run(14, 0, MUTANTS);
    LOG.infof("Mutants by structure:%n%s", mutants.figures());
    assertThat(mutants.findings()).isEmpty();
    // Without survivors nothing would have been compared.
    assertThat(mutants.survivors(Level.RESPONSE)).isGreaterThan(MUTANTS / 100);
    assertThat(mutants.survivors(Level.PREDICATE_BEFORE_SIGNING)).isPositive();
    assertThat(mutants.survivors(Level.TRUSTED_ROOT)).isPositive();
    assertThat(mutants.survivors(Level.NPM_KEYS)).isPositive();
  }
}
