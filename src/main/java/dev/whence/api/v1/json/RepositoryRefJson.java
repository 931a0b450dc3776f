package dev.whence.api.v1.json;

import dev.whence.provenance.SourceRepository;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A repository that another record refers to. */
@Schema(name = "RepositoryRef", description = "A source repository at a forge.")
record RepositoryRefJson(
    @Schema(examples = "github.com") String host,
    @Schema(description = "The account, or the group path at GitLab.") String owner,
    String name,
    @Schema(description = "Where people read it.") String url,
    @Schema(
            description =
                "The forge's number of it, which stays the same after a rename. Null if no"
                    + " verified provenance states it.",
            nullable = true)
        @Nullable String repositoryId,
    @Schema(
            description =
                "The forge's number of the owner. Null if no verified provenance states" + " it.",
            nullable = true)
        @Nullable String ownerId,
    @Schema(
            description =
                "Another repository has this name now. The url leads to that one, and the"
                    + " links lead to this one by its id.")
        boolean namePassedOn,
    LinksJson links) {

  static RepositoryRefJson of(SourceRepository repository) {
    return new RepositoryRefJson(
        repository.host(),
        repository.owner(),
        repository.name(),
        repository.url(),
        repository.repositoryId(),
        repository.ownerId(),
        repository.isPassedOn(),
        LinksJson.toRepository(repository));
  }

  static @Nullable RepositoryRefJson ofNullable(@Nullable SourceRepository repository) {
    return repository == null ? null : of(repository);
  }
}
