package dev.whence.provenance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of verifying one attestation.
 *
 * @param outcome the conclusion from the checks
 * @param level the SLSA Build level that the builder check assigned; absent unless verified
 * @param checks all twelve, in {@link CheckKind}'s order
 */
public record Verdict(Outcome outcome, @Nullable SlsaLevel level, List<Check> checks) {

  public Verdict {
    checks = List.copyOf(checks);
  }

  /** The conclusion. */
  public enum Outcome {
    /** Every applicable check passed. */
    VERIFIED,
    /** At least one check failed. */
    REJECTED,
    /** No check failed, but at least one could not be made. */
    INCONCLUSIVE,
    /** The attestation could not be read as a bundle with a statement. */
    UNREADABLE
  }

  /** The checks that failed. */
  public List<Check> failures() {
    return checks.stream().filter(check -> check.status() == CheckStatus.FAILED).toList();
  }

  /** The things that we lack for inconclusive checks, each once. */
  public List<MissingTrust> missing() {
    return checks.stream().map(Check::missing).filter(Objects::nonNull).distinct().toList();
  }

  public long passed() {
    return checks.stream().filter(check -> check.status() == CheckStatus.PASSED).count();
  }

  /** How many checks apply to this attestation. */
  public long applicable() {
    return checks.stream().filter(c -> c.status() != CheckStatus.NOT_APPLICABLE).count();
  }
}
