package dev.whence.web.status;

import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.count.Freshness;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The freshness of a tier, compared with its goal.
 *
 * @param name of the tier, and the packages in it
 * @param goal {@code 6 hours}
 * @param attained {@code 99.8 %}; {@code no package} if the tier has none
 * @param oldest when the package that waits longest was crawled
 */
public record TierView(
    String name, String means, String goal, long packages, String attained, @Nullable When oldest) {

  static TierView of(Freshness tier, Frame frame) {
    return new TierView(
        name(tier.tier()),
        means(tier.tier()),
        words(tier.goal()),
        tier.packages(),
        share(tier.fresh(), tier.packages()),
        tier.oldestAt() == null ? null : frame.when(tier.oldestAt()));
  }

  private static String name(RefreshTier tier) {
    return switch (tier) {
      case HOT -> "Hot";
      case WARM -> "Warm";
      case COOL -> "Cool";
      case COLD -> "Cold";
    };
  }

  private static String means(RefreshTier tier) {
    return switch (tier) {
      case HOT -> "a million downloads a month, or two releases a week";
      case WARM -> "ten thousand downloads, or a release in the last 30 days";
      case COOL -> "a hundred downloads, or a release in the last year";
      case COLD -> "all others";
    };
  }

  /** Whole days or whole hours if possible; otherwise minutes. */
  private static String words(Duration goal) {
    if (goal.toDays() > 1 && goal.equals(Duration.ofDays(goal.toDays()))) {
      return Amount.of(goal.toDays(), "day");
    }
    return goal.equals(Duration.ofHours(goal.toHours()))
        ? Amount.of(goal.toHours(), "hour")
        : Amount.of(goal.toMinutes(), "minute");
  }

  /** Cut, not rounded: 100 % means that all are fresh. */
  private static String share(long fresh, long packages) {
    if (packages == 0) {
      return "no package";
    }
    long thousandths = fresh * 1_000 / packages;
    return thousandths == 1_000
        ? "100\u00a0%"
        : thousandths / 10 + "." + thousandths % 10 + "\u00a0%";
  }
}
