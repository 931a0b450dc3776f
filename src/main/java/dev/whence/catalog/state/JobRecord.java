package dev.whence.catalog.state;

import dev.whence.catalog.JobName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of a background job.
 *
 * @param lastSuccessAt absent before the first one; the same for the last failure
 * @param failingSince the time of the first failure after the last success; absent if there was
 *     none
 * @param reason why the last run failed, in a sentence; absent if none failed
 * @param nextAt when it runs again; absent for the crawl, which runs always
 */
public record JobRecord(
    JobName name,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    @Nullable Instant failingSince,
    @Nullable String reason,
    @Nullable Instant nextAt) {

  /** Whether a process asks for newer trust material, according to the jobs that run. */
  public static boolean askForTrust(List<JobRecord> jobs) {
    return jobs.stream().anyMatch(job -> job.name() == JobName.TRUST);
  }

  public boolean isFailing() {
    return failingSince != null;
  }
}
