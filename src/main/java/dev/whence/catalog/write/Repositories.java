package dev.whence.catalog.write;

import dev.whence.catalog.RepositoryName;
import dev.whence.provenance.SourceRepository;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the repositories in a transaction. */
public record Repositories(Map<RepositoryName, Long> ids) {

  /** The row's id; absent if no repository is given. */
  @Nullable Long id(@Nullable SourceRepository repository) {
    return repository == null ? null : ids.get(RepositoryName.of(repository));
  }
}
