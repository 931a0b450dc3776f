package dev.whence.api.v1.json;

import dev.whence.catalog.count.AdoptionQueries.Undated;
import dev.whence.insight.adoption.AdoptionCounts;
import dev.whence.insight.adoption.AdoptionPoint;
import dev.whence.insight.adoption.AdoptionSeries;
import dev.whence.insight.adoption.AdoptionStep;
import dev.whence.provenance.Slug;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The adoption of provenance over time. */
@Schema(
    name = "Adoption",
    description =
        "Provenance over time, by publish date in UTC. A version is verified if its"
            + " provenance passed every check that applies. A package is verified from its first"
            + " such version on.")
public record AdoptionJson(
    @Schema(implementation = AdoptionStep.class) String step,
    @Schema(description = "One for each period, the oldest first, without gaps.")
        List<PointJson> points,
    @Schema(
            description =
                "Versions that we left out, because their publish date cannot be right:"
                    + " before npm existed, or in the future.")
        long outOfRange,
    @Schema(description = "Versions that we left out, because the registry gives no publish date.")
        UndatedJson undated) {

  /** The versions that no period has. */
  @Schema(name = "AdoptionUndated", description = "Versions without a publish date.")
  record UndatedJson(
      long versions,
      @Schema(description = "Those whose provenance is verified.") long versionsVerified,
      @Schema(description = "Packages whose verified versions are all among them.")
          long packagesVerified) {

    private static UndatedJson of(Undated undated) {
      return new UndatedJson(
          undated.versions(), undated.versionsVerified(), undated.packagesVerified());
    }
  }

  /** One period. */
  @Schema(name = "AdoptionPoint", description = "One period.")
  record PointJson(
      @Schema(description = "Its first day, in UTC.") LocalDate start,
      @Schema(description = "What was published within it.") CountsJson period,
      @Schema(description = "What was published up to its end.") CountsJson cumulative) {}

  /** Counts of the versions and packages that were published. */
  @Schema(name = "AdoptionCounts", description = "What was published.")
  record CountsJson(
      @Schema(
              description =
                  "Published versions, with or without provenance. Removed and unknown"
                      + " versions are not counted: nobody can know whether they had provenance.")
          long versions,
      @Schema(description = "Packages whose first version was published in this time.")
          long packages,
      @Schema(description = "Those whose provenance is verified.") long versionsVerified,
      @Schema(description = "Packages whose first verified version was published in this time.")
          long packagesVerified,
      @Schema(description = "These versions, by evidence.") Map<String, Long> versionsByEvidence,
      @Schema(description = "Verified versions, by CI service.")
          Map<String, Long> versionsByProvider,
      @Schema(description = "Verified versions, by SLSA Build level.")
          Map<String, Long> versionsByLevel,
      @Schema(description = "Verified packages, by the CI service of their first such version.")
          Map<String, Long> packagesByProvider) {

    public static CountsJson of(AdoptionCounts counts) {
      return new CountsJson(
          counts.versions(),
          counts.packages(),
          counts.versionsVerified(),
          counts.packagesVerified(),
          Slug.counts(counts.byEvidence()),
          Slug.counts(counts.byProvider()),
          Slug.counts(counts.byLevel()),
          Slug.counts(counts.packagesByProvider()));
    }
  }

  public static AdoptionJson of(AdoptionSeries series) {
    return new AdoptionJson(
        Slug.of(series.step()),
        series.points().stream().map(AdoptionJson::point).toList(),
        series.outOfRange(),
        UndatedJson.of(series.undated()));
  }

  private static PointJson point(AdoptionPoint point) {
    return new PointJson(
        point.start(), CountsJson.of(point.period()), CountsJson.of(point.cumulative()));
  }
}
