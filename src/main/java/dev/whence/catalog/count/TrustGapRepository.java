package dev.whence.catalog.count;

import dev.whence.catalog.sql.PageReads;
import dev.whence.provenance.MissingTrust;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the things that our trust material or our lists lack. */
@ApplicationScoped
public class TrustGapRepository
    implements PanacheRepositoryBase<StoredTrustGap, StoredTrustGap.Key> {

  /**
   * The missing things of the last count, the most needed first: at most a hundred, and only of
   * kinds that this version of Whence knows.
   */
  public List<TrustGap> gaps() {
    return PageReads.read(
        () ->
            find(
                    "kind IN :kinds ORDER BY versions DESC, kind, id",
                    Parameters.with("kinds", List.of(MissingTrust.Kind.values())))
                .project(TrustGap.class)
                .list());
  }
}
