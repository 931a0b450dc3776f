package dev.whence.web.facts;

import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.SourceRepository;
import org.jspecify.annotations.Nullable;

/** Says who published a version, according to the registry. */
public final class PublisherWords {

  private PublisherWords() {}

  /**
   * {@code GitHub Actions of nuxt/nuxt (trusted publisher)}, or the account; absent if the registry
   * does not say.
   *
   * @param approver the person who released a staged version
   */
  public static @Nullable String of(VersionSummary version, @Nullable String approver) {
    @Nullable String who =
        version.trustedPublisher() == null
            ? version.publisher()
            : service(version.trustedPublisher()) + of(version) + " (trusted publisher)";
    return who == null || approver == null ? who : who + ", approved by " + approver;
  }

  /**
   * {@code GitHub Actions (trusted publisher)}, {@code the account octocat}: so a trusted publisher
   * cannot be confused with an account of the same name.
   *
   * @param value of the trusted publisher if there is one, otherwise of the account
   */
  static String kind(VersionSummary version, String value) {
    return version.trustedPublisher() == null
        ? "the account " + value
        : service(value) + " (trusted publisher)";
  }

  private static String service(String trustedPublisher) {
    return switch (trustedPublisher) {
      case "github" -> "GitHub Actions";
      case "gitlab" -> "GitLab CI";
      case "circleci" -> "CircleCI";
      default -> "“" + trustedPublisher + "”";
    };
  }

  /** Only a verified provenance names the repository; the packument does not. */
  private static String of(VersionSummary version) {
    @Nullable SourceRepository source =
        version.provenance() == null || !ClaimWords.isProven(version.evidence())
            ? null
            : version.provenance().source();
    return source == null ? "" : " of " + source.owner() + "/" + source.name();
  }
}
