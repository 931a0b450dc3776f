package dev.whence.catalog.state;

import static dev.whence.testing.Crawls.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.JobName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job that no process has any more is neither listed nor failing for ever. */
class JobStoreTest {

  private static final Instant DUE = FIRST.plus(Duration.ofHours(6));

  private final CatalogDatabase database = new CatalogDatabase();
  private final JobStore jobs = database.jobs;

  @BeforeEach
  void fail() {
    jobs.add(List.of(JobName.CRAWL, JobName.TRUST), FIRST);
    jobs.failed(JobName.TRUST, "Nobody answered.", FIRST, DUE);
  }

  private List<JobName> listed() {
    return database.stored.jobs().stream().map(JobRecord::name).toList();
  }

  @Test
  void shouldForgetAJobThatNobodyHasRunForADay() {
    jobs.add(List.of(JobName.CRAWL), DUE.plus(Duration.ofHours(25)));

    assertThat(listed()).containsExactly(JobName.CRAWL);
  }

  @Test
  void shouldKeepAJobThatAnotherProcessMayRun() {
    jobs.add(List.of(JobName.CRAWL), DUE.plus(Duration.ofHours(23)));

    assertThat(listed()).containsExactlyInAnyOrder(JobName.CRAWL, JobName.TRUST);
  }

  @Test
  void shouldKeepWhatIsKnownOfAJobThatThisProcessRuns() {
    jobs.add(List.of(JobName.TRUST), DUE.plus(Duration.ofDays(30)));

    assertThat(database.stored.jobs())
        .filteredOn(job -> job.name() == JobName.TRUST)
        .extracting(JobRecord::reason)
        .containsExactly("Nobody answered.");
  }
}
