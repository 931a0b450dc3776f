package dev.whence.web.ui;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Slug;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** What templates can ask of the vocabulary: words, icons and tones. */
@TemplateExtension
public final class Words {

  private Words() {}

  /** {@code 1,234,567}. */
  public static String grouped(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  public static String grouped(int number) {
    return grouped((long) number);
  }

  /** The icon of an evidence; its word always stands beside it. */
  static String icon(Evidence evidence) {
    return switch (evidence) {
      case VERIFIED -> "checked";
      case REJECTED -> "rejected";
      case UNDECIDED, UNKNOWN -> "undecided";
      case NOT_LOOKED_AT, FAILING, NOT_VERIFIED -> "waiting";
      case UNREADABLE, NOT_SERVED, REFUSED -> "broken";
      case PUBLISH_ONLY -> "publish";
      case NO_ATTESTATION, REMOVED -> "none";
    };
  }

  /** The tone that the style sheet colours by. */
  public static String tone(Evidence evidence) {
    return switch (evidence) {
      case VERIFIED -> "good";
      case REJECTED -> "bad";
      case UNDECIDED, UNREADABLE, NOT_SERVED, REFUSED -> "warn";
      case NOT_LOOKED_AT, FAILING, NOT_VERIFIED -> "wait";
      case PUBLISH_ONLY, NO_ATTESTATION, REMOVED, UNKNOWN -> "plain";
    };
  }

  static String slug(Evidence evidence) {
    return Slug.of(evidence);
  }

  public static String word(CheckStatus status) {
    return switch (status) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case NOT_APPLICABLE -> "does not apply";
      case UNDECIDED -> "could not be made";
    };
  }

  static String icon(CheckStatus status) {
    return switch (status) {
      case PASSED -> "checked";
      case FAILED -> "rejected";
      case NOT_APPLICABLE -> "none";
      case UNDECIDED -> "undecided";
    };
  }

  public static String tone(CheckStatus status) {
    return switch (status) {
      case PASSED -> "good";
      case FAILED -> "bad";
      case NOT_APPLICABLE -> "plain";
      case UNDECIDED -> "warn";
    };
  }

  public static String word(CrawlStatus status) {
    return switch (status) {
      case PENDING -> "not crawled yet";
      case CRAWLED -> "crawled";
      case NOT_FOUND -> "unknown to the registry";
      case UNPUBLISHED -> "unpublished";
      case FAILED -> "last crawl failed";
      case UNREADABLE -> "could not be read";
    };
  }
}
