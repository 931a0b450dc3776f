package dev.whence.catalog.read;

import dev.whence.catalog.EventKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of package_event, which crawls append. */
@Entity
@Immutable
@Table(name = "package_event")
public class StoredEvent {

  @Id
  @Column(name = "id")
  public long id;

  @Column(name = "package_id")
  public long packageId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  public EventKind kind;

  @Column(name = "version")
  public @Nullable String version;

  @Column(name = "tag")
  public @Nullable String tag;

  @Column(name = "before")
  public @Nullable String before;

  @Column(name = "after")
  public @Nullable String after;

  @Column(name = "noticed_at")
  public Instant noticedAt;

  @Column(name = "happened_at")
  public @Nullable Instant happenedAt;
}
