package dev.whence.web.facts;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.filter.FilterField;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.VersionField;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.When;
import dev.whence.web.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The filter of a list, in words. */
public final class FilterWords {

  private static final String GITHUB = "github.com/";
  private static final String WORKFLOW_MARK = "/-/";
  private static final String YES = "yes";
  private static final String FROM = "from";
  private static final String TO = "to";

  private FilterWords() {}

  /**
   * One condition of a list.
   *
   * @param without the same list without this condition
   */
  public record Phrase<F extends Enum<F> & FilterField>(String words, ListFilter<F> without) {}

  /** {@code workflow release.yml of nuxt/nuxt · published on 11 Aug 2026 (UTC)}. */
  public static <F extends Enum<F> & FilterField> String of(ListFilter<F> filter) {
    return phrases(filter).stream().map(Phrase::words).collect(Collectors.joining(" · "));
  }

  /** Each condition of the list. A range of one day is one condition. */
  public static <F extends Enum<F> & FilterField> List<Phrase<F>> phrases(ListFilter<F> filter) {
    List<Phrase<F>> phrases = new ArrayList<>();
    for (Map.Entry<F, String> entry : filter.values().entrySet()) {
      F field = entry.getKey();
      ListFilter<F> without = filter.without(field);
      boolean isOneDay =
          without.values().entrySet().stream()
              .anyMatch(
                  other ->
                      isDay(other.getKey())
                          && isDay(field)
                          && other.getValue().equals(entry.getValue()));
      if (!isOneDay) {
        phrases.add(new Phrase<>(phrase(field, entry.getValue()), without));
      } else if (field.slug().equals(TO)) {
        phrases.add(new Phrase<>(published(field) + " on " + day(entry.getValue()), days(without)));
      }
    }
    return phrases;
  }

  private static boolean isDay(FilterField field) {
    return field.slug().equals(FROM) || field.slug().equals(TO);
  }

  private static <F extends Enum<F> & FilterField> ListFilter<F> days(ListFilter<F> filter) {
    return filter.values().keySet().stream()
        .filter(FilterWords::isDay)
        .findFirst()
        .map(filter::without)
        .orElse(filter);
  }

  private static String phrase(FilterField field, String value) {
    return switch (field) {
      case VersionField version -> phrase(version, value);
      case PackageField of -> phrase(of, value);
      default -> field.title() + " " + value;
    };
  }

  private static String phrase(VersionField field, String value) {
    return switch (field) {
      case PACKAGE -> "package " + value;
      case EVIDENCE -> "provenance: " + word(field, value);
      case PROVENANCE -> value.equals(YES) ? "with provenance" : "without known provenance";
      case REMOVED -> value.equals(YES) ? "removed from npm" : "not removed from npm";
      case COUNTED -> "counted in adoption";
      case PROVIDER -> "built by " + word(field, value);
      case LEVEL -> word(field, value);
      case VERDICT -> "with an attestation that is " + word(field, value);
      case SIGNATURE -> "registry signature: " + word(field, value);
      case REPOSITORY -> "repository " + repository(value);
      case WORKFLOW -> workflow(value);
      case FROM -> published(field) + " on or after " + day(value);
      case TO -> published(field) + " on or before " + day(value);
      case COMMIT -> "commit " + Digest.commit(value).shortened();
      case RUN -> "build run " + value;
      case INTEGRITY -> "digest " + Digest.integrity(value).shortened();
      case SHASUM -> "SHA-1 " + Digest.of(value).shortened();
      case LOG_INDEX -> "log entry " + value;
    };
  }

  private static String phrase(PackageField field, String value) {
    return switch (field) {
      case TEXT -> "name has “" + value + "”";
      case STATUS -> "crawl: " + word(field, value);
      case EVIDENCE -> "latest version: " + word(field, value);
      case PROVIDER -> "latest version built by " + word(field, value);
      case LEVEL -> "latest version: " + word(field, value);
      case PROVENANCE -> value.equals(YES) ? "with provenance" : "without provenance";
      case REPOSITORY -> "built from " + repository(value);
      case WORKFLOW -> "built by the " + workflow(value);
      case FROM -> published(field) + " on or after " + day(value);
      case TO -> published(field) + " on or before " + day(value);
    };
  }

  private static String published(FilterField field) {
    return field instanceof PackageField ? "first verified version published" : "published";
  }

  private static String day(String value) {
    return When.day(LocalDate.parse(value)) + " (UTC)";
  }

  /** Without the host if it is GitHub. */
  private static String repository(String value) {
    return value.startsWith(GITHUB) ? value.substring(GITHUB.length()) : value;
  }

  private static String workflow(String value) {
    int mark = value.indexOf(WORKFLOW_MARK);
    return "workflow "
        + ProvenanceWords.fileName(value)
        + " of "
        + repository(value.substring(0, mark));
  }

  /** A value as a page shows it: the vocabulary's words, or the value itself. */
  public static String word(FilterField field, String value) {
    String constant = field.value().bound(value);
    return switch (field.slug()) {
      case "status" -> Words.word(CrawlStatus.valueOf(constant));
      case "provider" -> CiProvider.valueOf(constant).title();
      case "level" -> value.equals("none") ? "no SLSA level proven (any version)" : level(constant);
      case "signature" -> Words.word(CheckStatus.valueOf(constant));
      default -> value;
    };
  }

  private static String level(String constant) {
    return SlsaLevel.valueOf(constant).title();
  }
}
