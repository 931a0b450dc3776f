package dev.whence.web.ui;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Slug;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** The vocabulary for templates: words, icons and tones. */
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

  /** The word for a version, if it stands alone: readers take "verified" alone for "safe". */
  public static String statement(EvidenceWord evidence) {
    return switch (evidence) {
      case NONE -> "no provenance";
      case PUBLISH_ONLY, REMOVED -> evidence.text();
      case VERIFIED, REJECTED, INCONCLUSIVE, PENDING, MISSING, UNREADABLE, UNKNOWN ->
          "provenance " + evidence.text();
    };
  }

  /** The icon of an evidence; its word is always beside it. */
  static String icon(EvidenceWord evidence) {
    return switch (evidence) {
      case VERIFIED -> "verified";
      case REJECTED -> "rejected";
      case INCONCLUSIVE, UNKNOWN -> "inconclusive";
      case PENDING -> "waiting";
      case UNREADABLE, MISSING -> "broken";
      case PUBLISH_ONLY -> "publish";
      case NONE, REMOVED -> "none";
    };
  }

  /** The tone: the style sheet gives it a colour. */
  public static String tone(EvidenceWord evidence) {
    return switch (evidence) {
      case VERIFIED -> "good";
      case REJECTED -> "bad";
      case INCONCLUSIVE, UNREADABLE, MISSING -> "warn";
      case PENDING -> "wait";
      case PUBLISH_ONLY, NONE, REMOVED, UNKNOWN -> "plain";
    };
  }

  /** Why a version is pending or missing, shown beside the word. */
  public static String text(EvidenceReason reason) {
    return switch (reason) {
      case FETCH -> "not fetched yet";
      case FAILING -> "fetching failed, tried again";
      case CHECK -> "not checked yet";
      case NOT_FOUND -> "the registry answers 404";
      case REFUSED -> "the registry refuses it";
    };
  }

  /** The same word as in JSON. */
  public static String word(CheckStatus status) {
    return switch (status) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case NOT_APPLICABLE -> "not applicable";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  static String icon(CheckStatus status) {
    return switch (status) {
      case PASSED -> "verified";
      case FAILED -> "rejected";
      case NOT_APPLICABLE -> "none";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  public static String tone(CheckStatus status) {
    return switch (status) {
      case PASSED -> "good";
      case FAILED -> "bad";
      case NOT_APPLICABLE -> "plain";
      case INCONCLUSIVE -> "warn";
    };
  }

  /** The same word as in JSON; {@link #means} says what it is. */
  public static String word(CrawlStatus status) {
    return Slug.of(status);
  }

  /** The meaning of a crawl status, in a sentence. */
  public static String means(CrawlStatus status) {
    return switch (status) {
      case PENDING -> "We know its name and have not asked for it yet.";
      case CRAWLED -> "We stored what the registry served.";
      case NOT_FOUND -> "The registry does not know the name.";
      case UNPUBLISHED -> "The registry says that the whole package was unpublished.";
      case FAILED -> "The last crawl failed. We try again and keep what we stored before.";
      case UNREADABLE ->
          "The registry's answer was too large or not package metadata. We try again.";
    };
  }
}
