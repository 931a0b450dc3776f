package dev.whence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads repositories and workflows; names are compared without regard to case. */
@ApplicationScoped
public class RepositoryQueries {

  public Optional<RepositoryDetail> find(String host, String owner, String name) {
    throw new UnsupportedOperationException();
  }

  public Optional<WorkflowDetail> findWorkflow(
      String host, String owner, String name, String path, int offset, int limit) {
    throw new UnsupportedOperationException();
  }

  /** Every repository that something was built from, most packages first. */
  public Page<RepositorySummary> list(int offset, int limit) {
    throw new UnsupportedOperationException();
  }
}
