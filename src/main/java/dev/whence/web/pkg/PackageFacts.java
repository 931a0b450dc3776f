package dev.whence.web.pkg;

import dev.whence.address.PagePaths;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.facts.ClaimWords;
import dev.whence.web.facts.DeclaredWords;
import dev.whence.web.facts.PublisherWords;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.NpmSite;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The small facts of a package. */
final class PackageFacts {

  private PackageFacts() {}

  /** The repository in package.json, beside the repository in the latest version's provenance. */
  static Card source(PackageDetail detail, @Nullable VersionSummary latest) {
    @Nullable SourceRepository stated =
        latest == null || latest.provenance() == null ? null : latest.provenance().source();
    Card.Facts facts = new Card.Facts();
    if (latest == null) {
      facts.words(
          "not known",
          detail.versions().isEmpty() ? "no version is known here" : "there is no latest version");
    } else {
      facts.add(
          "package.json says",
          DeclaredWords.compare(detail.declaredRepositoryUrl(), stated, latest.evidence()));
      facts.add(stated(latest), stated == null ? nothing(latest) : repository(stated));
      facts.words("published by", PublisherWords.of(latest, null));
    }
    String title = "Source of the latest version";
    return new Card(
        "source",
        latest == null || stated == null ? title : ClaimWords.title(title, latest.evidence()),
        null,
        facts.list(),
        false);
  }

  /**
   * About the package itself.
   *
   * @param registry its registry; absent before the first crawl
   */
  static List<Card.Fact> of(PackageDetail detail, Frame frame, @Nullable String registry) {
    Card.Facts facts = new Card.Facts();
    NpmSite.forPackage(registry, detail.name().value())
        .ifPresent(link -> facts.add("on npm", Sentence.write().link(link).end()));
    if (detail.downloadsLastMonth() != null) {
      facts.words("downloads", Words.grouped(detail.downloadsLastMonth()) + " last month");
    }
    when(facts, "created", detail.createdAt(), frame);
    return facts.list();
  }

  /** When we crawled it, and when we crawl it again. */
  static List<Card.Fact> record(PackageDetail detail, Frame frame) {
    Card.Facts facts = new Card.Facts();
    when(facts, "crawled", detail.crawl().lastSuccessAt(), frame);
    when(facts, "next crawl", detail.crawl().nextTryAt(), frame);
    return facts.list();
  }

  private static String stated(VersionSummary latest) {
    return ClaimWords.isProven(latest.evidence()) ? "provenance proves" : "provenance claims";
  }

  private static Sentence repository(SourceRepository source) {
    return Sentence.write()
        .page(
            PagePaths.repository(source),
            source.host() + "/" + source.owner() + "/" + source.name())
        .end();
  }

  private static Sentence nothing(VersionSummary latest) {
    return Sentence.of(
        switch (latest.evidence()) {
          case NONE, PUBLISH_ONLY -> "nothing: there is no provenance";
          case UNKNOWN, REMOVED, NOT_FETCHED, REFUSED, FAILING, NOT_FOUND, UNREADABLE ->
              "not known";
          case VERIFIED, REJECTED, INCONCLUSIVE, NOT_CHECKED -> "no repository";
        });
  }

  private static void when(Card.Facts facts, String label, @Nullable Instant at, Frame frame) {
    if (at != null) {
      facts.add(label, Sentence.write().when(frame.when(at)).end());
    }
  }
}
