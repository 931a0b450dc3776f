package dev.whence.insight.compare;

/**
 * One aspect of a version beside that of the version that it is compared with.
 *
 * @param before the value of the other version, as stated
 * @param after the version's own
 * @param earlier how many earlier versions state this aspect
 * @param asBefore how many of them as the other version does
 * @param asAfter how many of them as this version does
 */
public record Compared(
    Aspect aspect,
    String before,
    String after,
    Outcome outcome,
    int earlier,
    int asBefore,
    int asAfter) {

  /** Which way it changed. */
  public enum Outcome {
    SAME,
    /** The same repository under another name or owner. */
    RENAMED,
    /** Another value that some earlier version had; or one that means neither more nor less. */
    OTHER,
    /** More evidence than before. */
    MORE,
    /** A source that no earlier version had. */
    NEW,
    /** Less evidence than before. */
    LESS;

    /** Only less evidence and a changed source deserve one. */
    public boolean isWarning() {
      return this == NEW || this == LESS;
    }
  }

  public boolean isSame() {
    return outcome == Outcome.SAME;
  }
}
