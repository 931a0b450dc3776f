package dev.whence.web.status;

import dev.whence.address.ListPaths;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.Setting;
import dev.whence.catalog.count.Freshness;
import dev.whence.catalog.count.TrustGap;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.read.CrawlOverview;
import dev.whence.catalog.read.Overview;
import dev.whence.catalog.state.FeedStore;
import dev.whence.catalog.state.JobRecord;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import dev.whence.web.ui.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the crawl and of the trust material.
 *
 * @param sentence the progress of the crawl
 * @param silence says that the registry passes nothing on, and since when we know; absent if it
 *     does
 * @param feeds the progress in each changes feed; empty if none is read
 * @param jobs the status of the background jobs; empty before a process crawls
 * @param tiers the freshness of each tier; empty before the first count
 * @param failures failures to fetch something, most recent first
 */
public record StatusView(
    Frame frame,
    Sentence sentence,
    @Nullable Sentence silence,
    @Nullable When lastCrawl,
    List<PackageCount> packages,
    List<VersionCount> versions,
    List<Figure> verdicts,
    List<Figure> signatures,
    TrustView trust,
    List<FeedView> feeds,
    List<JobView> jobs,
    List<TierView> tiers,
    List<FailureView> failures,
    Pager pager) {

  /** The number of packages with a status. */
  public record PackageCount(CrawlStatus status, String means, long packages, String path) {}

  /** A number, its words, and the list of the counted items. */
  public record Figure(String words, long number, String path) {}

  /**
   * The number of versions with an evidence.
   *
   * @param reasons the number for each reason of pending or missing; empty for other words
   * @param path the list of these versions
   */
  public record VersionCount(EvidenceWord evidence, String reasons, long versions, String path) {}

  static StatusView of(
      CrawlOverview crawl,
      Overview overview,
      Map<Setting, String> settings,
      List<FeedStore.State> feeds,
      List<Freshness> freshness,
      List<JobRecord> jobs,
      List<TrustGap> gaps,
      Frame frame) {
    return new StatusView(
        frame,
        sentence(crawl.packagesByStatus()),
        silence(frame),
        overview.lastCrawlAt() == null ? null : frame.when(overview.lastCrawlAt()),
        packages(crawl.packagesByStatus()),
        versions(crawl.versionsByEvidence()),
        verdicts(overview),
        signatures(overview),
        TrustView.of(settings, JobRecord.askForTrust(jobs), gaps, frame),
        feeds.stream().map(state -> FeedView.of(state, frame)).toList(),
        jobs.stream().map(job -> JobView.of(job, frame)).toList(),
        freshness.stream().map(tier -> TierView.of(tier, frame)).toList(),
        crawl.failures().items().stream().map(failure -> FailureView.of(failure, frame)).toList(),
        Pager.of(crawl.failures(), StatusPages.PATH));
  }

  private static @Nullable Sentence silence(Frame frame) {
    @Nullable Instant since = frame.notices().silentSince();
    if (since == null) {
      return null;
    }
    return Sentence.write()
        .words(
            "The registry passes on neither signatures nor provenance for any of its packages. We"
                + " noticed ")
        .when(frame.when(since))
        .words(". Until this changes, we cannot know which ")
        .page(ListPaths.versions(EvidenceWord.UNKNOWN), "versions")
        .words(" have provenance, and adoption counts none of them.")
        .end();
  }

  private static Sentence sentence(Map<CrawlStatus, Long> packages) {
    long total = packages.values().stream().mapToLong(Long::longValue).sum();
    long pending = packages.getOrDefault(CrawlStatus.PENDING, 0L);
    if (total == 0) {
      return Sentence.of("We know no package yet.");
    }
    Sentence.Writer out =
        Sentence.write()
            .words("We know ")
            .page(ListPaths.PACKAGES, Amount.of(total, "package"))
            .words(". ");
    return pending == 0
        ? out.words("We have asked the registry for all of them.").end()
        : out.page(path(CrawlStatus.PENDING), Amount.of(pending, "of them", "of them"))
            .words(pending == 1 ? " is" : " are")
            .words(" pending: we have not asked the registry yet.")
            .end();
  }

  private static String path(CrawlStatus status) {
    return ListPaths.packages(ListFilter.packages().with(PackageField.STATUS, status));
  }

  private static List<PackageCount> packages(Map<CrawlStatus, Long> packages) {
    return List.of(CrawlStatus.values()).stream()
        .map(
            status ->
                new PackageCount(
                    status, Words.means(status), packages.getOrDefault(status, 0L), path(status)))
        .toList();
  }

  private static List<Figure> verdicts(Overview overview) {
    return List.of(
        verdict("verified", overview.verified(), Verdict.Outcome.VERIFIED),
        verdict("rejected", overview.rejected(), Verdict.Outcome.REJECTED),
        verdict("inconclusive", overview.inconclusive(), Verdict.Outcome.INCONCLUSIVE),
        verdict("unreadable", overview.unreadable(), Verdict.Outcome.UNREADABLE));
  }

  private static Figure verdict(String words, long versions, Verdict.Outcome outcome) {
    return new Figure(
        words,
        versions,
        ListPaths.versions(ListFilter.versions().with(VersionField.VERDICT, outcome)));
  }

  private static List<Figure> signatures(Overview overview) {
    return List.of(
        signature("passed", overview.registrySignaturesVerified(), CheckStatus.PASSED),
        signature("failed", overview.registrySignaturesFailed(), CheckStatus.FAILED));
  }

  private static Figure signature(String words, long versions, CheckStatus status) {
    return new Figure(
        words,
        versions,
        ListPaths.versions(ListFilter.versions().with(VersionField.SIGNATURE, status)));
  }

  private static List<VersionCount> versions(Map<Evidence, Long> versions) {
    Map<EvidenceWord, Long> counts = EvidenceWord.counts(versions);
    return EvidenceWord.bestFirst().stream()
        .map(
            word ->
                new VersionCount(
                    word,
                    reasons(word, versions),
                    counts.getOrDefault(word, 0L),
                    ListPaths.versions(word)))
        .toList();
  }

  private static String reasons(EvidenceWord word, Map<Evidence, Long> versions) {
    List<String> reasons = new ArrayList<>();
    versions.forEach(
        (evidence, count) -> {
          @Nullable EvidenceReason reason = evidence.reason();
          if (reason != null && evidence.word() == word && count > 0) {
            reasons.add(Words.grouped(count) + " " + Words.text(reason));
          }
        });
    return String.join(", ", reasons);
  }
}
