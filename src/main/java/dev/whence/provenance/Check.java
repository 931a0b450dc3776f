package dev.whence.provenance;

/**
 * One check and its result.
 *
 * @param reason a sentence a person understands; never empty
 */
public record Check(CheckKind kind, CheckStatus status, String reason) {

  public static Check passed(CheckKind kind, String reason) {
    return new Check(kind, CheckStatus.PASSED, reason);
  }

  public static Check failed(CheckKind kind, String reason) {
    return new Check(kind, CheckStatus.FAILED, reason);
  }

  public static Check notApplicable(CheckKind kind, String reason) {
    return new Check(kind, CheckStatus.NOT_APPLICABLE, reason);
  }

  public static Check undecided(CheckKind kind, String reason) {
    return new Check(kind, CheckStatus.UNDECIDED, reason);
  }
}
