package dev.whence.provenance;

/** The CI service that a provenance names. */
public enum CiProvider {
  GITHUB_ACTIONS("GitHub Actions"),
  GITLAB_CI("GitLab CI"),
  /** A service that we do not know; its builder id still says which. */
  OTHER("another CI service");

  private final String title;

  CiProvider(String title) {
    this.title = title;
  }

  /** The name people know it by. */
  public String title() {
    return title;
  }
}
