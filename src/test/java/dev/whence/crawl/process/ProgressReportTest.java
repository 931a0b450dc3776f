package dev.whence.crawl.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.RefreshTier;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlTally;
import dev.whence.crawl.schedule.NextLook;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Verdict;
import dev.whence.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the operator reads while the crawl goes on. */
class ProgressReportTest {

  private static final NextLook NEXT = new NextLook(Instant.EPOCH, RefreshTier.COOL, 0);

  private final SetClock clock = new SetClock(Instant.EPOCH);
  private final CrawlProgress progress = new CrawlProgress(clock);

  @Test
  void shouldSayHowFarItIsAndHowLongItTakes() {
    expect("a", "b", "c", "d");
    clock.advance(Duration.ofSeconds(65));
    end("a", stored(1_234, Map.of(Verdict.Outcome.VERIFIED, 2, Verdict.Outcome.REJECTED, 1)));
    assertThat(ProgressReport.line(progress.snapshot()))
        .isEqualTo(
            "Crawled 1 of 4 packages: 1,234 versions, 3 attestations, 2 verified, 1 rejected,"
                + " 0 failed; about 3:15 left");
  }

  @Test
  void shouldCountFailuresAndEndWithoutAnEstimate() {
    end("a", new CrawlOutcome.Failed("No answer.", NEXT));
    assertThat(progress.snapshot().isPending()).isFalse();
    assertThat(ProgressReport.line(progress.snapshot()))
        .isEqualTo(
            "Crawled 1 of 1 packages: 0 versions, 0 attestations, 0 verified, 0 rejected,"
                + " 1 failed");
  }

  @Test
  void shouldBeginAgainWhenNothingWasPending() {
    end("a", stored(5, Map.of()));
    end("b", stored(7, Map.of()));
    assertThat(progress.snapshot().done()).isEqualTo(1);
    assertThat(progress.snapshot().versions()).isEqualTo(7);
  }

  @Test
  void shouldNotWaitForWhatAnotherProcessHasTaken() {
    expect("a", "b");
    end("a", stored(5, Map.of()));
    assertThat(progress.snapshot().total()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(31));
    assertThat(progress.snapshot().isPending()).isFalse();
    assertThat(progress.snapshot().total()).isEqualTo(1);
  }

  /** As by the changes feed, which tells of thousands while a few are crawled. */
  @Test
  void shouldCountAgainstAllThatIsDue() {
    progress.started(new PackageName("a"));
    progress.due(10_000);
    for (int i = 0; i < 28; i++) {
      clock.advance(Duration.ofSeconds(1));
      end("p" + i, stored(1, Map.of()));
    }
    assertThat(ProgressReport.line(progress.snapshot()))
        .startsWith("Crawled 28 of 10,000 packages: 28 versions,")
        .endsWith("; about 166:12 left");
    progress.due(0);
    end("a", stored(1, Map.of()));
    assertThat(ProgressReport.line(progress.snapshot())).startsWith("Crawled 29 of 29 packages:");
  }

  private void expect(String... names) {
    progress.expect(Stream.of(names).map(PackageName::new).toList());
  }

  private void end(String name, CrawlOutcome outcome) {
    progress.started(new PackageName(name));
    progress.ended(new PackageName(name), outcome);
  }

  private static CrawlOutcome stored(int versions, Map<Verdict.Outcome, Integer> verdicts) {
    return new CrawlOutcome.Stored(new CrawlTally(versions, 1, 0, 0, 0, verdicts), NEXT);
  }
}
