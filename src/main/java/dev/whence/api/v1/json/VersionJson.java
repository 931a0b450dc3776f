package dev.whence.api.v1.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that the catalog knows of one version. */
@Schema(name = "Version", description = "Everything that the catalog knows of one version.")
public record VersionJson(
    @Schema(description = "The package's name.") String packageName,
    String version,
    @Schema(examples = "pkg:npm/%40scope/name@1.0.0") String purl,
    @Schema(description = "When it was published, as the registry says.", nullable = true)
        @Nullable Instant publishedAt,
    @Schema(
            description = "When we noticed that the registry no longer has it; null while it has.",
            nullable = true)
        @Nullable Instant removedAt,
    @Schema(description = "The dist-tags that point at it.") List<String> distTags,
    @Schema(description = "The deprecation message; null unless deprecated.", nullable = true)
        @Nullable String deprecated,
    @Schema(description = "As package.json states it.", nullable = true) @Nullable String license,
    @Schema(
            description =
                "Npm runs a script of this package when it is installed; null where nobody knows.",
            nullable = true)
        @Nullable Boolean hasInstallScript,
    PublisherJson publisher,
    DeclaredSourceJson declared,
    IntegrityJson integrity,
    @Schema(implementation = EvidenceWord.class) String evidence,
    @Schema(
            implementation = EvidenceReason.class,
            description = "Why it is pending or missing; null of the other words.",
            nullable = true)
        @Nullable String evidenceReason,
    @Schema(
            description =
                "SLSA Build level; null unless every check passed and the builder is known.",
            nullable = true)
        @Nullable Integer slsaBuildLevel,
    @Schema(description = "Checks passed by its provenance; 0 without a verdict.") int checksPassed,
    @Schema(description = "Checks that concern its provenance; 0 without a verdict.")
        int checksApplicable,
    @Schema(description = "Null unless one was read.", nullable = true)
        @Nullable ProvenanceJson provenance,
    @Schema(
            description = "The check of the registry's own signature; null before it was made.",
            nullable = true)
        @Nullable CheckJson registrySignature,
    @Schema(description = "The attestation response; null where none was served.", nullable = true)
        @Nullable ResponseJson attestationResponse,
    @Schema(
            description =
                "How it stands with attestations that could not be fetched; null where they could.",
            nullable = true)
        @Nullable AttestationTryJson attestationTry,
    @Schema(description = "The attestations in the response's order.")
        List<AttestationJson> attestations,
    @Schema(
            description =
                "The earlier version that pages compare it with: of its release line (the major"
                    + " number, or 0.minor) the newest with provenance, else the newest; where the"
                    + " line has none, the same of the package. Null where nothing came before.",
            nullable = true)
        @Nullable VersionItemJson comparedWith,
    @Schema(description = "When these facts were last found to be current.", nullable = true)
        @Nullable Instant crawledAt,
    @Schema(description = "When the latest verdict was made; null without one.", nullable = true)
        @Nullable Instant verifiedAt,
    VersionLinksJson links) {

  /** Who published. */
  @Schema(name = "Publisher", description = "Who published the version, as the registry says.")
  record PublisherJson(
      @Schema(description = "The npm account or CI.", nullable = true) @Nullable String name,
      @Schema(
              description = "The CI service it was published from as a trusted publisher.",
              nullable = true)
          @Nullable String trustedPublisher,
      @Schema(description = "The account that approved a staged publish.", nullable = true)
          @Nullable String approver) {}

  /** What package.json declares of its source; nobody checked it. */
  @Schema(
      name = "DeclaredSource",
      description = "What the package says of its own source. Nobody checked it.")
  record DeclaredSourceJson(
      @Schema(description = "repository.url as written.", nullable = true)
          @Nullable String repositoryUrl,
      @Schema(description = "The same as a repository; null where it names none.", nullable = true)
          @Nullable RepositoryRefJson repository,
      @Schema(description = "The package's folder in it.", nullable = true)
          @Nullable String directory,
      @Schema(description = "The commit that npm recorded when publishing.", nullable = true)
          @Nullable String gitHead) {}

  /** The published file. */
  @Schema(name = "Integrity", description = "The published file.")
  record IntegrityJson(
      @Schema(description = "dist.integrity as written.", nullable = true)
          @Nullable String integrity,
      @Schema(description = "SHA-1, hex.", nullable = true) @Nullable String shasum,
      @Schema(description = "Where the registry serves it.", nullable = true)
          @Nullable String tarball,
      @Schema(description = "Bytes, unpacked.", nullable = true) @Nullable Long unpackedSize) {}

  /** The stored attestation response. */
  @Schema(name = "AttestationResponse", description = "The stored attestation response.")
  record ResponseJson(
      @Schema(description = "Where it was fetched from.") String url,
      Instant fetchedAt,
      @Schema(description = "SHA-256 of its bytes, hex.") String sha256,
      @Schema(description = "Bytes.") int size,
      @Schema(
              description = "Why no attestation in it could be read; null where one could.",
              nullable = true)
          @Nullable String problem) {}

  /** Where a version is described. */
  @Schema(name = "VersionLinks", description = "Where this is described, as paths on this server.")
  record VersionLinksJson(
      @Schema(description = "Here, as JSON.") String self,
      @Schema(description = "The page for people.") String html,
      @JsonProperty("package") @Schema(description = "The package, as JSON.") String packageSelf,
      @Schema(
              description = "The attestation response, byte for byte; null where none is stored.",
              nullable = true)
          @Nullable String rawAttestations) {}
}
