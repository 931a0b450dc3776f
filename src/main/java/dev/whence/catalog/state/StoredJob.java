package dev.whence.catalog.state;

import dev.whence.catalog.JobName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of job, which {@link JobStore} writes. */
@Entity
@Immutable
@Table(name = "job")
public class StoredJob {

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "name")
  public JobName name;

  @Column(name = "last_success_at")
  public @Nullable Instant lastSuccessAt;

  @Column(name = "last_failure_at")
  public @Nullable Instant lastFailureAt;

  @Column(name = "failing_since")
  public @Nullable Instant failingSince;

  @Column(name = "reason")
  public @Nullable String reason;

  @Column(name = "next_at")
  public @Nullable Instant nextAt;
}
