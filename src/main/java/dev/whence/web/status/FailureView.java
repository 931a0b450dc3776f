package dev.whence.web.status;

import dev.whence.address.PagePaths;
import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.read.CrawlOverview;
import dev.whence.catalog.read.CrawlOverview.FailedPart;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import dev.whence.web.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A package whose last crawl failed, or a version whose attestations could not be fetched.
 *
 * @param name of the package, or package and version
 * @param status in a word
 * @param parked whether it failed so often that it is tried only rarely
 */
public record FailureView(
    String name,
    String path,
    String status,
    @Nullable String reason,
    String attempts,
    @Nullable When lastAttempt,
    @Nullable When nextTry,
    boolean parked) {

  static FailureView of(CrawlOverview.Failure failure, Frame frame) {
    @Nullable FailedPart part = failure.part();
    return part == null
        ? ofPackage(failure.name(), failure.crawl(), frame)
        : ofVersion(failure.name(), part, failure.crawl(), frame);
  }

  private static FailureView ofVersion(
      String name, FailedPart part, CrawlRecord crawl, Frame frame) {
    AttestationTry attempt = part.attempt();
    return new FailureView(
        name + "@" + part.version(),
        PagePaths.version(name, part.version()),
        "attestation " + attempt.state().word().text() + ": " + Words.text(attempt.why()),
        attempt.reason(),
        Amount.of(attempt.attempts(), "time"),
        frame.when(attempt.lastAt()),
        frame.when(attempt.nextAt(crawl)),
        attempt.parkedAt() != null);
  }

  private static FailureView ofPackage(String name, CrawlRecord crawl, Frame frame) {
    return new FailureView(
        name,
        PagePaths.forPackage(name),
        Words.word(crawl.status()),
        crawl.error(),
        Amount.of(crawl.attempts(), "time"),
        crawl.lastAttemptAt() == null ? null : frame.when(crawl.lastAttemptAt()),
        crawl.nextTryAt() == null ? null : frame.when(crawl.nextTryAt()),
        crawl.parkedAt() != null);
  }
}
