package dev.whence.api.v1.json;

import dev.whence.catalog.read.RepositoryDetail;
import dev.whence.catalog.read.UnfetchedVersions;
import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One repository, and the packages that were built from it. */
@Schema(name = "Repository", description = "What was built from one repository.")
public record RepositoryJson(
    RepositoryRefJson repository,
    @Schema(
            description =
                "The same repository, by the forge's number, under the names that it had"
                    + " before or has now. The newest first.")
        List<OtherNameJson> otherNames,
    @Schema(
            description =
                "Other repositories, by the forge's number, that had or have this name. The"
                    + " newest first.")
        List<OtherHolderJson> otherHolders,
    @Schema(
            description =
                "When the oldest verified provenance under this name was signed. Null if none"
                    + " was verified with an id.",
            nullable = true)
        @Nullable Instant firstSignedAt,
    @Schema(description = "When the newest one was signed.", nullable = true)
        @Nullable Instant lastSignedAt,
    @Schema(description = "Packages built from it, most versions first.")
        List<BuiltPackageJson> packages,
    @Schema(description = "Workflows that built them, most versions first.")
        List<WorkflowItemJson> workflows,
    @Schema(
            description =
                "Packages whose package.json names it, but that have no provenance from it.")
        List<String> declaredOnly,
    @Schema(
            description =
                "The number of versions of its packages that were removed from the registry before"
                    + " we could fetch them. We cannot say whether they were built from it.")
        long removedUnfetched,
    LinksJson links) {

  /** Another name of a repository. */
  @Schema(name = "OtherName", description = "Another name of a repository.")
  record OtherNameJson(
      RepositoryRefJson repository,
      @Schema(
              description =
                  "The newest verified provenance under it was signed later than under this one.")
          boolean isLater,
      @Schema(description = "When the oldest verified provenance under it was signed.")
          Instant firstSignedAt,
      @Schema(description = "When the newest one was signed.") Instant lastSignedAt) {

    public static OtherNameJson of(RepositoryDetail.OtherName other) {
      return new OtherNameJson(
          RepositoryRefJson.of(other.repository()),
          other.isLater(),
          other.signed().first(),
          other.signed().last());
    }
  }

  /** Another repository under the same name. */
  @Schema(name = "OtherHolder", description = "Another repository under the same name.")
  record OtherHolderJson(
      RepositoryRefJson repository,
      @Schema(description = "When the oldest verified provenance under the name was signed.")
          Instant firstSignedAt,
      @Schema(description = "When the newest one was signed.") Instant lastSignedAt) {

    public static OtherHolderJson of(RepositoryDetail.OtherHolder other) {
      return new OtherHolderJson(
          RepositoryRefJson.of(other.repository()), other.signed().first(), other.signed().last());
    }
  }

  /** A workflow, and the number of packages and versions that it built. */
  @Schema(name = "WorkflowItem", description = "A workflow and how much it built.")
  record WorkflowItemJson(
      @Schema(description = "The file in the repository.") String path,
      long packages,
      long versions,
      @Schema(description = "Publish time of the first version.", nullable = true)
          @Nullable Instant firstAt,
      @Schema(description = "Publish time of the last version.", nullable = true)
          @Nullable Instant lastAt,
      LinksJson links) {

    static WorkflowItemJson of(SourceRepository repository, RepositoryDetail.BuiltBy workflow) {
      return new WorkflowItemJson(
          workflow.path(),
          workflow.packages(),
          workflow.versions(),
          workflow.firstAt(),
          workflow.lastAt(),
          LinksJson.toWorkflow(repository, workflow.path()));
    }
  }

  public static RepositoryJson of(RepositoryDetail found, UnfetchedVersions unfetched) {
    SourceRepository repository = found.repository();
    return new RepositoryJson(
        RepositoryRefJson.of(repository),
        found.otherNames().stream().map(OtherNameJson::of).toList(),
        found.otherHolders().stream().map(OtherHolderJson::of).toList(),
        found.signed() == null ? null : found.signed().first(),
        found.signed() == null ? null : found.signed().last(),
        found.packages().stream().map(BuiltPackageJson::of).toList(),
        found.workflows().stream()
            .map(workflow -> WorkflowItemJson.of(repository, workflow))
            .toList(),
        found.declaredOnly(),
        unfetched.versions(),
        LinksJson.toRepository(repository));
  }
}
