package dev.whence.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When the releases of a package or monorepo were published, all times in days before the edition's
 * now.
 *
 * @param releases how many
 * @param provenanceSince releases from then on have provenance; 0 if none has
 * @param trusted whether npm's trusted publishing is used since it exists
 */
record Schedule(int releases, int began, int last, int provenanceSince, boolean trusted) {

  /** One release, with its version. */
  record Slot(String version, Instant at) {}

  private static final int OLDEST = 4_800;
  private static final int PROVENANCE_BEGAN = 1_372;
  private static final int TRUSTED_PUBLISHING_BEGAN = 430;
  private static final int SECONDS_OF_A_DAY = 86_400;

  /**
   * Draws one.
   *
   * @param share of schedules with provenance, in percent
   */
  static Schedule draw(Chance chance, int releases, double share) {
    if (!chance.percent(share)) {
      int began = 5 + (int) (OLDEST * StrictMath.pow(chance.fraction(), 1.5));
      int last = 1 + (int) ((began - 1) * chance.fraction());
      return new Schedule(releases, began, last, 0, false);
    }
    int since = 30 + chance.below(PROVENANCE_BEGAN - 30);
    boolean fromTheStart = chance.percent(15);
    int began = fromTheStart ? since : since + 100 + chance.below(1_700);
    int last = 2 + (int) (since * chance.fraction() * 0.9);
    return new Schedule(releases, began, last, since, chance.percent(50));
  }

  /** Whether the release of that time is built in CI with provenance. */
  boolean hasProvenance(Instant at, Instant now) {
    return provenanceSince > 0
        && at.isAfter(now.minusSeconds((long) provenanceSince * SECONDS_OF_A_DAY));
  }

  boolean isByTrustedPublisher(Instant at, Instant now) {
    return trusted
        && at.isAfter(now.minusSeconds((long) TRUSTED_PUBLISHING_BEGAN * SECONDS_OF_A_DAY));
  }

  /** The releases in their order, each at its own second. */
  List<Slot> slots(Chance chance, Instant now) {
    long[] secondsAgo = new long[releases];
    long span = (long) (began - last) * SECONDS_OF_A_DAY;
    for (int i = 0; i < releases; i++) {
      secondsAgo[i] = (long) last * SECONDS_OF_A_DAY + chance.below(span + 1);
    }
    Arrays.sort(secondsAgo);
    Numbering numbering = new Numbering(chance.below(3), 0, 0);
    List<Slot> slots = new ArrayList<>(releases);
    for (int i = releases - 1; i >= 0; i--) {
      // Each later release gets a different second.
      slots.add(new Slot(numbering.toString(), now.minusSeconds(secondsAgo[i] + i)));
      numbering = numbering.next(chance);
    }
    return slots;
  }
}
