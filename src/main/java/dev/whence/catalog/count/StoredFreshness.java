package dev.whence.catalog.count;

import dev.whence.catalog.RefreshTier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of freshness, which {@link FreshnessStore} writes. */
@Entity
@Immutable
@Table(name = "freshness")
public class StoredFreshness {

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "tier")
  public RefreshTier tier;

  @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
  @Column(name = "goal")
  public Duration goal;

  @Column(name = "packages")
  public long packages;

  @Column(name = "fresh")
  public long fresh;

  @Column(name = "oldest_at")
  public @Nullable Instant oldestAt;

  @Column(name = "counted_at")
  public Instant countedAt;
}
