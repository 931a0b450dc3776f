package dev.whence.provenance;

import org.jspecify.annotations.Nullable;

/**
 * One check and its result.
 *
 * @param reason a sentence a person understands; never empty
 * @param missing what our side lacks; absent unless that is why the check is inconclusive
 */
public record Check(
    CheckKind kind, CheckStatus status, String reason, @Nullable MissingTrust missing) {

  public Check(CheckKind kind, CheckStatus status, String reason) {
    this(kind, status, reason, null);
  }

  public static Check passed(CheckKind kind, String reason) {
    return new Check(kind, CheckStatus.PASSED, reason);
  }

  public static Check failed(CheckKind kind, String reason) {
    return new Check(kind, CheckStatus.FAILED, reason);
  }

  public static Check notApplicable(CheckKind kind, String reason) {
    return new Check(kind, CheckStatus.NOT_APPLICABLE, reason);
  }

  public static Check inconclusive(CheckKind kind, String reason) {
    return new Check(kind, CheckStatus.INCONCLUSIVE, reason);
  }

  /** Inconclusive, since our side lacks something. */
  public static Check missing(CheckKind kind, MissingTrust missing, String reason) {
    return new Check(kind, CheckStatus.INCONCLUSIVE, reason, missing);
  }
}
