package dev.whence.catalog;

import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts published versions by day and by what their evidence is. */
@ApplicationScoped
public class AdoptionQueries {

  /**
   * One day and kind, by publish date in UTC; kinds without versions on a day have no row. Ordered
   * by day, evidence, provider, level.
   *
   * @param provider absent without readable provenance
   * @param level absent unless verified with a known builder
   * @param versions published that day
   * @param packages that published them
   */
  public record AdoptionDay(
      LocalDate day,
      Evidence evidence,
      @Nullable CiProvider provider,
      @Nullable SlsaLevel level,
      long versions,
      long packages) {}

  /**
   * Packages by the publish day, in UTC, of their first version with verified provenance. Ordered
   * by day, provider; each package is counted once.
   *
   * @param provider of that version
   */
  public record FirstProvenance(LocalDate day, CiProvider provider, long packages) {}

  public List<AdoptionDay> days() {
    throw new UnsupportedOperationException();
  }

  public List<FirstProvenance> packagesByFirstProvenance() {
    throw new UnsupportedOperationException();
  }
}
