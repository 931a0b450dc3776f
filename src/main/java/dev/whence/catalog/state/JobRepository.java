package dev.whence.catalog.state;

import dev.whence.catalog.JobName;
import dev.whence.catalog.sql.PageReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Reads the status of the background jobs. */
@ApplicationScoped
public class JobRepository implements PanacheRepositoryBase<StoredJob, JobName> {

  /** All added jobs that this version of Whence knows, in the order of {@link JobName}. */
  public List<JobRecord> jobs() {
    return PageReads.read(
            () ->
                find("name IN :names", Parameters.with("names", List.of(JobName.values())))
                    .project(JobRecord.class)
                    .list())
        .stream()
        .sorted(Comparator.comparing(JobRecord::name))
        .toList();
  }
}
