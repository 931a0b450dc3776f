package dev.whence.catalog.state;

import dev.whence.catalog.sql.PageReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Reads whether the registry is silent, as {@link SilenceStore} explains. */
@ApplicationScoped
public class SilenceRepository implements PanacheRepositoryBase<StoredSilence, Short> {

  private record Since(Instant silentSince) {}

  /**
   * When we noticed that the registry is silent; empty if it is not, or if it is not decided yet.
   */
  public Optional<Instant> since() {
    return PageReads.read(
        () ->
            find("silentSince IS NOT NULL")
                .project(Since.class)
                .firstResultOptional()
                .map(Since::silentSince));
  }
}
