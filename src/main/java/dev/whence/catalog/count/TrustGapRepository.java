package dev.whence.catalog.count;

import dev.whence.catalog.sql.PageReads;
import dev.whence.provenance.MissingTrust;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what our side lacks. */
@ApplicationScoped
public class TrustGapRepository
    implements PanacheRepositoryBase<StoredTrustGap, StoredTrustGap.Key> {

  /**
   * What is lacking as counted last, what most versions need first; a hundred at the most, and none
   * of a kind that only another version of Whence knows.
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
