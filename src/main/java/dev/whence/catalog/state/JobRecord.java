package dev.whence.catalog.state;

import dev.whence.catalog.JobName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a background job stands.
 *
 * @param lastSuccessAt absent before the first one; so with the last failure
 * @param failingSince when the first failure was after the last success; absent where none was
 * @param reason of the last failure, in a sentence; absent where there was none
 * @param nextAt when it runs again; absent for the crawl, which does not pause
 */
public record JobRecord(
    JobName name,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    @Nullable Instant failingSince,
    @Nullable String reason,
    @Nullable Instant nextAt) {

  /** Whether somebody asks for newer trust material, by the jobs that run. */
  public static boolean askForTrust(List<JobRecord> jobs) {
    return jobs.stream().anyMatch(job -> job.name() == JobName.TRUST);
  }

  public boolean isFailing() {
    return failingSince != null;
  }
}
