package dev.whence.web.form;

/** The page's address has something that cannot be used; the reader can mend it in the form. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FilterForm form;

  RefusedException(String sentence, FilterForm form) {
    super(sentence, null, false, false);
    this.form = form;
  }

  /** What is wrong, and what would be right. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The page's form, with what was asked for. */
  public FilterForm form() {
    return form;
  }
}
