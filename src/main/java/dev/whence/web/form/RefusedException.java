package dev.whence.web.form;

/** A parameter in the page's address cannot be used. The reader can correct it in the form. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FilterForm form;

  RefusedException(String sentence, FilterForm form) {
    super(sentence, null, false, false);
    this.form = form;
  }

  /** A sentence that says what is wrong, and what would be valid. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The page's form, with the values of the request. */
  public FilterForm form() {
    return form;
  }
}
