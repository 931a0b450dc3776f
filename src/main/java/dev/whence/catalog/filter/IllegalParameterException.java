package dev.whence.catalog.filter;

import java.util.List;
import java.util.stream.Collectors;

/** A parameter of an address that cannot be used, with a sentence that says what is valid. */
public final class IllegalParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The longest quotation from a request; a longer one would not help the reader. */
  private static final int MAX_QUOTE = 80;

  private final String parameter;

  private IllegalParameterException(String parameter, String sentence) {
    super(sentence, null, false, false);
    this.parameter = parameter;
  }

  /**
   * A value that is not valid for its parameter.
   *
   * @param refusal what is wrong with it, and what to write: {@code is not a day. Write …}
   */
  public static IllegalParameterException of(String parameter, String value, String refusal) {
    return new IllegalParameterException(
        parameter, "%s: %s %s".formatted(parameter, quote(value), refusal));
  }

  /** A parameter that this address does not take. */
  static IllegalParameterException unknown(String name, List<QueryParameter> legal) {
    String names = legal.stream().map(QueryParameter::name).collect(Collectors.joining(", "));
    return new IllegalParameterException(
        name,
        "There is no parameter %s. ".formatted(quote(name))
            + switch (legal.size()) {
              case 0 -> "This address takes no parameters.";
              case 1 -> "The only one here is " + names + ".";
              default -> "The parameters here are: " + names + ".";
            });
  }

  /** The parameter's name. */
  public String parameter() {
    return parameter;
  }

  /** A sentence that says what is wrong, and what would be valid. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  private static String quote(String text) {
    return text.length() <= MAX_QUOTE
        ? "“" + text + "”"
        : "“" + text.substring(0, MAX_QUOTE) + "…”";
  }
}
