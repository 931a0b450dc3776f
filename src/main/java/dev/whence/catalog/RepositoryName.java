package dev.whence.catalog;

import dev.whence.provenance.SourceRepository;

/** What a repository is known by. */
record RepositoryName(String host, String owner, String name) {

  static RepositoryName of(SourceRepository repository) {
    return new RepositoryName(repository.host(), repository.owner(), repository.name());
  }
}
