package dev.whence.demo;

/** An npm account. */
record Account(String name, String email) {

  /** The publisher that npm names when a trusted publisher published. */
  static final Account GITHUB_ACTIONS =
      new Account("GitHub Actions", "npm-oidc-no-reply@generated.example");

  static final Account GITLAB_CI =
      new Account("GitLab CI/CD", "npm-oidc-no-reply@generated.example");

  static Account of(String name) {
    return new Account(name, name + "@generated.example");
  }
}
