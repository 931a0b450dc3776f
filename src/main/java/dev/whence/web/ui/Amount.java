package dev.whence.web.ui;

/** A number with its noun, for sentences. */
public final class Amount {

  private Amount() {}

  /** {@code 1 package}, {@code 1,234 packages}. */
  public static String of(long number, String one, String many) {
    return Words.grouped(number) + " " + (number == 1 ? one : many);
  }

  /** The same, for nouns with a regular plural. */
  public static String of(long number, String one) {
    return of(number, one, one + "s");
  }
}
