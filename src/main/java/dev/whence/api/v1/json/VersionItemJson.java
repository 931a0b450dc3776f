package dev.whence.api.v1.json;

import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Slug;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version in a list. */
@Schema(name = "VersionItem", description = "One version in a list.")
public record VersionItemJson(
    @Schema(description = "The package's name.") String packageName,
    String version,
    @Schema(description = "When it was published, as the registry says.", nullable = true)
        @Nullable Instant publishedAt,
    @Schema(
            description =
                "When we noticed that the registry removed it. Null while the registry"
                    + " has it.",
            nullable = true)
        @Nullable Instant removedAt,
    @Schema(description = "The dist-tags that point at it.") List<String> distTags,
    @Schema(
            description = "The deprecation message. Null unless the version is deprecated.",
            nullable = true)
        @Nullable String deprecated,
    @Schema(description = "The npm account or CI that published it.", nullable = true)
        @Nullable String publisher,
    @Schema(
            description = "The CI service that published it as a trusted publisher.",
            examples = "github",
            nullable = true)
        @Nullable String trustedPublisher,
    @Schema(implementation = EvidenceWord.class) String evidence,
    @Schema(
            implementation = EvidenceReason.class,
            description = "Why it is pending or missing. Null for the other words.",
            nullable = true)
        @Nullable String evidenceReason,
    @Schema(
            description =
                "The SLSA Build level. Null unless every check passed and we know the builder.",
            nullable = true)
        @Nullable Integer slsaBuildLevel,
    @Schema(description = "How many checks its provenance passed. 0 without a verdict.")
        int checksPassed,
    @Schema(description = "How many checks apply to its provenance. 0 without a verdict.")
        int checksApplicable,
    @Schema(description = "Null unless it has provenance that we could read.", nullable = true)
        @Nullable ProvenanceJson provenance,
    LinksJson links) {

  public static VersionItemJson of(String packageName, VersionSummary version) {
    return new VersionItemJson(
        packageName,
        version.version(),
        version.publishedAt(),
        version.removedAt(),
        version.distTags(),
        version.deprecated(),
        version.publisher(),
        version.trustedPublisher(),
        version.evidence().word().text(),
        Slug.ofNullable(version.evidence().reason()),
        number(version.level()),
        version.checksPassed(),
        version.checksApplicable(),
        ProvenanceJson.ofNullable(version.provenance()),
        LinksJson.toVersion(packageName, version.version()));
  }

  /** The SLSA level as a number. */
  public static @Nullable Integer number(@Nullable SlsaLevel level) {
    return switch (level) {
      case L2 -> 2;
      case L3 -> 3;
      case null -> null;
    };
  }
}
