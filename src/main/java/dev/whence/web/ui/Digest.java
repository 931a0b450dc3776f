package dev.whence.web.ui;

/**
 * A digest, commit or key: shortened in the middle for the eye, whole for copying.
 *
 * @param full what is copied
 * @param head what is shown of the beginning
 * @param tail what is shown of the end; empty where the head says enough
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

  /** {@code dist.integrity}: what comes after the algorithm is shortened. */
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

  /** Something was left out. */
  public boolean isShortened() {
    return !head.equals(full);
  }

  /** As it is shown. */
  public String shortened() {
    return tail.isEmpty() ? head : head + "…" + tail;
  }
}
