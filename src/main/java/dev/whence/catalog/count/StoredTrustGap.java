package dev.whence.catalog.count;

import dev.whence.provenance.MissingTrust;
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

/** A row of trust_gap, which {@link TrustGapStore} writes. */
@Entity
@Immutable
@Table(name = "trust_gap")
@IdClass(StoredTrustGap.Key.class)
public class StoredTrustGap {

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  public MissingTrust.Kind kind;

  @Id
  @Column(name = "id")
  public String id;

  @Column(name = "since")
  public Instant since;

  @Column(name = "versions")
  public long versions;

  @Column(name = "asked_at")
  public @Nullable Instant askedAt;

  /** The key of a gap. */
  public record Key(MissingTrust.Kind kind, String id) {}
}
