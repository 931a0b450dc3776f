package dev.whence.catalog;

import dev.whence.provenance.SourceRepository;
import org.jspecify.annotations.Nullable;

/**
 * The key of a repository's row.
 *
 * @param forgeId the forge's id; absent if only the names are known
 */
public record RepositoryName(String host, String owner, String name, @Nullable String forgeId) {

  public static RepositoryName of(SourceRepository repository) {
    return new RepositoryName(
        repository.host(), repository.owner(), repository.name(), repository.repositoryId());
  }
}
