package dev.whence.provenance;

import org.jspecify.annotations.Nullable;

/** The CI service that a provenance names. */
public enum CiProvider {
  GITHUB_ACTIONS("GitHub Actions"),
  GITLAB_CI("GitLab CI"),
  /** A service that we do not know; its builder id still says which. */
  OTHER("another CI service");

  private static final String GITHUB = "https://token.actions.githubusercontent.com";
  private static final String GITLAB = "https://gitlab.com";

  private final String title;

  CiProvider(String title) {
    this.title = title;
  }

  /**
   * The service of an OIDC issuer. GitHub's issuer may be followed by the name of an enterprise
   * (GitHub Actions, "unique token URL"), which is one path segment; a self-hosted GitLab is not
   * one that we know.
   */
  public static CiProvider ofIssuer(@Nullable String issuer) {
    if (issuer == null) {
      return OTHER;
    }
    if (issuer.equals(GITHUB)) {
      return GITHUB_ACTIONS;
    }
    if (issuer.equals(GITLAB)) {
      return GITLAB_CI;
    }
    return issuer.startsWith(GITHUB + "/") && isEnterprise(issuer.substring(GITHUB.length() + 1))
        ? GITHUB_ACTIONS
        : OTHER;
  }

  private static boolean isEnterprise(String segment) {
    return !segment.isEmpty()
        && segment.chars().allMatch(c -> isAsciiLetterOrDigit(c) || c == '-' || c == '_');
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Its usual name. */
  public String title() {
    return title;
  }
}
