package dev.whence.web.error;

/** There is no such page, and the reader is told why. */
public final class PageNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String title;
  private final String sentence;
  private final String advice;

  /**
   * What the reader is told.
   *
   * @param title a few words
   * @param sentence what was asked for, and that it is not here
   * @param advice what to do instead
   */
  public PageNotFoundException(String title, String sentence, String advice) {
    super(sentence, null, false, false);
    this.title = title;
    this.sentence = sentence;
    this.advice = advice;
  }

  String title() {
    return title;
  }

  String sentence() {
    return sentence;
  }

  String advice() {
    return advice;
  }
}
