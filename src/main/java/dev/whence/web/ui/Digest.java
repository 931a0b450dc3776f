package dev.whence.web.ui;

/**
 * A digest, commit or key: shortened in the middle on the page, whole when copied.
 *
 * @param full the text to copy
 * @param head the shown beginning
 * @param tail the shown end; empty if the beginning is enough
 */
public record Digest(String full, String head, String tail) {

  private static final int COMMIT_HEAD = 7;
  private static final int HEAD = 12;
  private static final int TAIL = 8;

  /** Both ends of a long text; a short one stays whole. */
  public static Digest of(String full) {
    return full.length() <= HEAD + TAIL + 1
        ? new Digest(full, full, "")
        : new Digest(full, full.substring(0, HEAD), full.substring(full.length() - TAIL));
  }

  /** {@code dist.integrity}: the text after the algorithm is shortened. */
  public static Digest integrity(String full) {
    int start = full.indexOf('-') + 1;
    Digest value = of(full.substring(start));
    return new Digest(full, full.substring(0, start) + value.head, value.tail);
  }

  /** A git commit, shown as forges show it. */
  public static Digest commit(String full) {
    return full.length() <= COMMIT_HEAD
        ? new Digest(full, full, "")
        : new Digest(full, full.substring(0, COMMIT_HEAD), "");
  }

  /** Whether a part was left out. */
  public boolean isShortened() {
    return !head.equals(full);
  }

  /** The text as the page shows it. */
  public String shortened() {
    return tail.isEmpty() ? head : head + "…" + tail;
  }
}
