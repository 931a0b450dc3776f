package dev.whence.api.problem;

import dev.whence.catalog.filter.IllegalParameterException;
import dev.whence.provenance.PackageName;

/** A request that cannot be answered, with the reason for the sender. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The longest quotation from a request; a longer one would not help the sender. */
  private static final int MAX_QUOTE = 80;

  private final int status;
  private final String kind;
  private final String title;

  private ProblemException(int status, String kind, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.kind = kind;
    this.title = title;
  }

  public static ProblemException illegalName(String name) {
    return new ProblemException(
        400,
        "illegal-package-name",
        "Not a package name",
        ("%s is not an npm package name. A name has at most %d characters out of letters, digits"
                + " and !~*'()_.- and may stand behind a scope: @scope/name.")
            .formatted(quote(name), PackageName.MAX_LENGTH));
  }

  /** A parameter that cannot be used. */
  public static ProblemException illegal(IllegalParameterException parameter) {
    return new ProblemException(
        400, "illegal-parameter", "A parameter cannot be used", parameter.sentence());
  }

  /** A part of the path that cannot be used. */
  public static ProblemException illegal(String part, String value, String refusal) {
    return illegal(IllegalParameterException.of(part, value, refusal));
  }

  /** A table that would not fit into one answer. */
  public static ProblemException tooLong(int rows) {
    return new ProblemException(
        400,
        "too-long",
        "Too long for one table",
        "The list has more than %,d rows. Use a filter, read it page by page as JSON, or ask the"
                .formatted(rows)
            + " operator for a data set (./whence export).");
  }

  public static ProblemException illegalPageToken() {
    return new ProblemException(
        400,
        "illegal-page-token",
        "Not a page token of this list",
        "pageToken: take it from nextPageToken of the same list, with the same other parameters.");
  }

  public static ProblemException unknownPackage(PackageName name) {
    return new ProblemException(
        404,
        "unknown-package",
        "Package not known here",
        "This catalog knows no package %s. npm may have it. This catalog has only the"
                .formatted(quote(name.value()))
            + " packages that it follows.");
  }

  public static ProblemException unknownVersion(PackageName name, String version) {
    return new ProblemException(
        404,
        "unknown-version",
        "Version not known here",
        "This catalog knows the package %s but no version %s of it."
            .formatted(name.value(), quote(version)));
  }

  public static ProblemException noAttestations(PackageName name, String version) {
    return new ProblemException(
        404,
        "no-attestations",
        "No attestation response stored",
        "The registry served no attestation response for %s@%s when it was crawled."
            .formatted(name.value(), version));
  }

  public static ProblemException unknownRepository(String repository) {
    return new ProblemException(
        404,
        "unknown-repository",
        "Repository not known here",
        "Nothing in this catalog was built from %s.".formatted(quote(repository)));
  }

  public static ProblemException unknownWorkflow(String repository, String path) {
    return new ProblemException(
        404,
        "unknown-workflow",
        "Workflow not known here",
        "Nothing in this catalog was built by the workflow %s of %s."
            .formatted(quote(path), quote(repository)));
  }

  Problem problem(String instance) {
    return new Problem(
        ProblemMappers.TYPE_PREFIX + kind, title, status, String.valueOf(getMessage()), instance);
  }

  private static String quote(String text) {
    return text.length() <= MAX_QUOTE
        ? "'" + text + "'"
        : "'" + text.substring(0, MAX_QUOTE) + "…'";
  }
}
