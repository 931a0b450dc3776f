package dev.whence.catalog.state;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of changes_feed, which {@link FeedStore} writes. */
@Entity
@Immutable
@Table(name = "changes_feed")
@IdClass(StoredFeed.Key.class)
public class StoredFeed {

  @Id
  @Column(name = "url")
  public String url;

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "scope")
  public FeedStore.Scope scope;

  @Column(name = "sequence")
  public long sequence;

  @Column(name = "read_at")
  public Instant readAt;

  @Column(name = "started_over_at")
  public @Nullable Instant startedOverAt;

  /** The key of a feed. */
  public record Key(String url, FeedStore.Scope scope) {}
}
