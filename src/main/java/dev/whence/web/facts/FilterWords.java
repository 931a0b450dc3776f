package dev.whence.web.facts;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.FilterField;
import dev.whence.catalog.ListFilter;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.ui.Words;
import java.util.stream.Collectors;

/** What a list is narrowed to, in words. */
public final class FilterWords {

  private FilterWords() {}

  /** {@code built by GitHub Actions, published from 2025-09-01}. */
  public static <F extends Enum<F> & FilterField> String of(ListFilter<F> filter) {
    return filter.values().entrySet().stream()
        .map(entry -> phrase(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** {@code whose state is rejected}. */
  public static String phrase(FilterField field, String value) {
    return switch (field.slug()) {
      case "provenance", "removed" -> value.equals("yes") ? field.title() : "not " + field.title();
      case "counted" -> field.title();
      case "level" ->
          value.equals("none") ? "without a proven SLSA Build level" : "with " + word(field, value);
      default -> field.title() + " " + word(field, value);
    };
  }

  /** A value as a page shows it: the vocabulary's words, or the value itself. */
  public static String word(FilterField field, String value) {
    String constant = field.value().bound(value);
    return switch (field.slug()) {
      case "status" -> Words.word(CrawlStatus.valueOf(constant));
      case "provider" -> CiProvider.valueOf(constant).title();
      case "level" -> value.equals("none") ? "no level proven" : level(constant);
      case "signature" -> Words.word(CheckStatus.valueOf(constant));
      default -> value;
    };
  }

  private static String level(String constant) {
    return SlsaLevel.valueOf(constant).title();
  }
}
