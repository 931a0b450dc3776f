package dev.whence.catalog.state;

import dev.whence.catalog.write.SilenceWrites;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The row of registry_silence, which {@link SilenceWrites} writes. */
@Entity
@Immutable
@Table(name = "registry_silence")
public class StoredSilence {

  @Id
  @Column(name = "id")
  public short id;

  @Column(name = "silent_since")
  public @Nullable Instant silentSince;
}
