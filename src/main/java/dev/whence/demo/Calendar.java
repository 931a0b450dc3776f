package dev.whence.demo;

import dev.whence.demo.sigstore.BundleFormat;
import dev.whence.demo.sigstore.Shape;
import java.time.Duration;
import java.time.Instant;

/** When npm changed what, in time before the edition's now (npm's dates as of late 2026). */
record Calendar(Instant now) {

  private static final int BETA_ENDED = 1330;
  private static final int V1_CAME = 950;
  private static final int DSSE_CAME = 690;

  /** When Sigstore began: before that nothing can be signed. */
  private static final int SIGSTORE_BEGAN = 1830;

  private static final Duration WORKING_HOURS = Duration.ofHours(9);

  /** A moment of the day that was this many days ago; the same text gives the same moment. */
  Instant daysAgo(int days, String text) {
    long second = DrawnValue.below("time " + days + " " + text, WORKING_HOURS.toSeconds());
    return now.minus(Duration.ofDays(days)).minusSeconds(second);
  }

  Instant sigstoreBegan() {
    return now.minus(Duration.ofDays(SIGSTORE_BEGAN));
  }

  /** How the npm CLI wrote provenance at the time. */
  Shape npmCli(Instant at) {
    if (isBefore(at, BETA_ENDED)) {
      return Shape.NPM_CLI_BETA;
    }
    return isBefore(at, V1_CAME)
        ? Shape.NPM_CLI_V02
        : isBefore(at, DSSE_CAME) ? Shape.NPM_CLI_V1 : Shape.NPM_CLI_V1_DSSE;
  }

  /** How npm bundled its publish attestations at the time. */
  BundleFormat publish(Instant at) {
    return isBefore(at, V1_CAME) ? BundleFormat.V0_1 : BundleFormat.V0_2;
  }

  private boolean isBefore(Instant at, int daysAgo) {
    return at.isBefore(now.minus(Duration.ofDays(daysAgo)));
  }
}
