package dev.whence.api.v1.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All facts of one version. */
@Schema(name = "Version", description = "Everything that the catalog knows of one version.")
public record VersionJson(
    @Schema(description = "The package's name.") String packageName,
    String version,
    @Schema(examples = "pkg:npm/%40scope/name@1.0.0") String purl,
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
    @Schema(description = "As package.json states it.", nullable = true) @Nullable String license,
    @Schema(
            description =
                "npm runs a script of this package when somebody installs it. Null if nobody"
                    + " knows.",
            nullable = true)
        @Nullable Boolean hasInstallScript,
    PublisherJson publisher,
    DeclaredSourceJson declared,
    IntegrityJson integrity,
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
    @Schema(
            description = "The check of the registry's own signature. Null before we checked it.",
            nullable = true)
        @Nullable CheckJson registrySignature,
    @Schema(
            description = "The attestation response. Null if the registry served none.",
            nullable = true)
        @Nullable ResponseJson attestationResponse,
    @Schema(
            description =
                "The tries to fetch attestations that we could not fetch yet. Null if there"
                    + " are none.",
            nullable = true)
        @Nullable AttestationTryJson attestationTry,
    @Schema(description = "The attestations in the response's order.")
        List<AttestationJson> attestations,
    @Schema(
            description =
                "The earlier version that pages compare it with. On its release line (the"
                    + " major number, or 0.minor) it is the newest with provenance, or else the"
                    + " newest. If the line has no earlier version, it is chosen from the whole"
                    + " package in the same way. Null if there is no earlier version.",
            nullable = true)
        @Nullable VersionItemJson comparedWith,
    @Schema(description = "When we last found these facts to be current.", nullable = true)
        @Nullable Instant crawledAt,
    @Schema(description = "When the latest verdict was made. Null without one.", nullable = true)
        @Nullable Instant verifiedAt,
    VersionLinksJson links) {

  /** The publisher. */
  @Schema(name = "Publisher", description = "Who published the version, as the registry says.")
  record PublisherJson(
      @Schema(description = "The npm account or CI.", nullable = true) @Nullable String name,
      @Schema(
              description = "The CI service that published it as a trusted publisher.",
              nullable = true)
          @Nullable String trustedPublisher,
      @Schema(description = "The account that approved a staged publish.", nullable = true)
          @Nullable String approver) {}

  /** The source repository that package.json names. It is not verified. */
  @Schema(
      name = "DeclaredSource",
      description = "What package.json says about the source. It is not verified.")
  record DeclaredSourceJson(
      @Schema(description = "repository.url as written.", nullable = true)
          @Nullable String repositoryUrl,
      @Schema(description = "The same as a repository. Null if it names none.", nullable = true)
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
              description = "Why we could read no attestation in it. Null if we could read one.",
              nullable = true)
          @Nullable String problem) {}

  /** The addresses of a version. */
  @Schema(name = "VersionLinks", description = "Paths on this server.")
  record VersionLinksJson(
      @Schema(description = "This, as JSON.") String self,
      @Schema(description = "The page of it.") String html,
      @JsonProperty("package") @Schema(description = "The package, as JSON.") String packageSelf,
      @Schema(
              description = "The attestation response, byte for byte. Null if we have none.",
              nullable = true)
          @Nullable String rawAttestations) {}
}
