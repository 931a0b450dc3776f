package dev.whence.web.status;

import dev.whence.catalog.state.JobRecord;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of a background job.
 *
 * @param lastSuccess absent before the first one; the same for the last failure
 * @param failingSince absent if it has not failed since its last success
 * @param reason why the last run failed
 * @param next when it runs again; absent for the crawl, which does not pause
 */
public record JobView(
    String title,
    @Nullable When lastSuccess,
    @Nullable When lastFailure,
    @Nullable When failingSince,
    @Nullable String reason,
    @Nullable When next) {

  static JobView of(JobRecord job, Frame frame) {
    return new JobView(
        job.name().title(),
        when(job.lastSuccessAt(), frame),
        when(job.lastFailureAt(), frame),
        when(job.failingSince(), frame),
        job.reason(),
        when(job.nextAt(), frame));
  }

  private static @Nullable When when(@Nullable Instant time, Frame frame) {
    return time == null ? null : frame.when(time);
  }
}
