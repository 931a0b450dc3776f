package dev.whence.crawl.schedule;

import dev.whence.catalog.RefreshTier;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a package, so that {@link RefreshTable} says when it is looked at next. */
public sealed interface RefreshEvent {

  /**
   * A crawl succeeded: it stored everything, or found nothing new.
   *
   * @param tier the tier that {@link TierRules} give now
   * @param retryAt when the first of its attestations that could not be fetched is due; null if all
   *     were fetched
   */
  record Crawled(RefreshTier tier, @Nullable Instant retryAt) implements RefreshEvent {}

  /**
   * A crawl succeeded, but not all attestations fitted into memory. The rest may be due already,
   * but it is asked for only after a pause.
   */
  record CrawledInPart(RefreshTier tier) implements RefreshEvent {}

  /** A crawl found that the package is unpublished. */
  record Unpublished() implements RefreshEvent {}

  /**
   * The registry does not know the package, or sends a packument that we cannot read. If an earlier
   * crawl read one, this answer may be a maintenance page. Names that never had one are asked for
   * rarely: a changes feed names millions that are gone.
   *
   * @param hadOne whether an earlier crawl read a packument
   * @param failures crawls without success in a row, with this one
   */
  record NoPackument(boolean hadOne, int failures) implements RefreshEvent {}

  /**
   * A crawl failed, or the attestations of one version could not be fetched.
   *
   * @param failures in a row, with this one
   * @param waitAsked how long the registry asked us to wait; zero if it did not
   */
  record Failed(int failures, Duration waitAsked) implements RefreshEvent {}

  /**
   * The registry refuses the attestations of one version. The registry decided it, so it does not
   * end in minutes like an outage.
   *
   * @param refusals in a row, with this one
   */
  record Refused(int refusals) implements RefreshEvent {}

  /** The process ended during a crawl, and nothing was stored. */
  record Abandoned() implements RefreshEvent {}

  /** The package changed, but another task is crawling it now. */
  record UnderWay() implements RefreshEvent {}

  /** The changes feed says that a known package changed. */
  record Changed() implements RefreshEvent {}

  /**
   * An operator named a new package.
   *
   * @param place in the operator's list, from 0
   */
  record Named(int place) implements RefreshEvent {}

  /**
   * The changes feed or the file of download counts named a new package.
   *
   * @param downloads of last month; null if not known
   */
  record Discovered(@Nullable Long downloads) implements RefreshEvent {}

  /** The package is overdue and has no task. */
  record Overdue() implements RefreshEvent {}
}
