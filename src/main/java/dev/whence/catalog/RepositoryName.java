package dev.whence.catalog;

import dev.whence.provenance.SourceRepository;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a repository is known by.
 *
 * @param forgeId the forge's id; absent for the names alone
 */
public record RepositoryName(String host, String owner, String name, @Nullable String forgeId) {

  public static RepositoryName of(SourceRepository repository) {
    return new RepositoryName(
        repository.host(), repository.owner(), repository.name(), repository.repositoryId());
  }
}
