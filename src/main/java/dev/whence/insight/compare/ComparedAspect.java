package dev.whence.insight.compare;

/**
 * One aspect of a version, beside the same aspect of the baseline.
 *
 * @param before the value of the baseline, as stated
 * @param after the value of the version
 * @param earlier how many earlier versions state this aspect
 * @param asBefore how many of them state the same value as the baseline
 * @param asAfter how many of them state the same value as this version
 */
public record ComparedAspect(
    Aspect aspect,
    String before,
    String after,
    Outcome outcome,
    int earlier,
    int asBefore,
    int asAfter) {

  /** The direction of a change. */
  public enum Outcome {
    SAME,
    /** The same repository under another name or owner. */
    RENAMED,
    /**
     * Another value that an earlier version had, or a value that is neither more nor less evidence.
     */
    OTHER,
    /** More evidence than before. */
    MORE,
    /** A source that no earlier version had. */
    NEW,
    /** Less evidence than before. */
    LESS;

    /** Only less evidence and a new source are a warning. */
    public boolean isWarning() {
      return this == NEW || this == LESS;
    }
  }

  public boolean isSame() {
    return outcome == Outcome.SAME;
  }
}
