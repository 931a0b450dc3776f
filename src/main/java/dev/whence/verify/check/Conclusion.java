package dev.whence.verify.check;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the verdict from the checks. */
public final class Conclusion {

  private Conclusion() {}

  /**
   * The verdict on a bundle that could be read.
   *
   * @param level the level that the builder proves if all other checks pass
   */
  public static Verdict of(List<Check> checks, @Nullable SlsaLevel level) {
    if (has(checks, CheckStatus.FAILED)) {
      return new Verdict(Verdict.Outcome.REJECTED, null, checks);
    }
    return has(checks, CheckStatus.INCONCLUSIVE)
        ? new Verdict(Verdict.Outcome.INCONCLUSIVE, null, checks)
        : new Verdict(Verdict.Outcome.VERIFIED, level, checks);
  }

  /** The verdict on a document that is not a bundle. */
  public static Verdict unreadable(String problem) {
    List<Check> checks = new ArrayList<>();
    for (CheckKind kind : CheckKind.values()) {
      checks.add(
          kind == CheckKind.FORMAT
              ? Check.failed(kind, "It cannot be read: " + problem + ".")
              : Check.inconclusive(kind, "There is no bundle to check."));
    }
    return new Verdict(Verdict.Outcome.UNREADABLE, null, checks);
  }

  /** The worst result of one check of several things, in any order; there is at least one. */
  static Check worst(List<Check> results) {
    return results.stream()
        .filter(check -> check.status() == CheckStatus.FAILED)
        .findFirst()
        .or(
            () ->
                results.stream()
                    .filter(check -> check.status() == CheckStatus.INCONCLUSIVE)
                    .findFirst())
        .orElseGet(results::getFirst);
  }

  private static boolean has(List<Check> checks, CheckStatus status) {
    return checks.stream().anyMatch(check -> check.status() == status);
  }
}
