package dev.whence.catalog.filter;

import java.util.List;
import java.util.stream.Collectors;

/** A parameter of an address that cannot be used, with a sentence that says what can. */
public final class IllegalParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is quoted from a request; longer texts say no more. */
  private static final int MAX_QUOTE = 80;

  private final String parameter;

  private IllegalParameterException(String parameter, String sentence) {
    super(sentence, null, false, false);
    this.parameter = parameter;
  }

  /** A value that its parameter does not take. */
  public static IllegalParameterException of(String parameter, String value, String whatIsLegal) {
    return new IllegalParameterException(
        parameter, "%s: %s cannot be used. %s".formatted(parameter, quote(value), whatIsLegal));
  }

  /** A name that no parameter here has. */
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

  /** What is wrong, and what would be right. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  private static String quote(String text) {
    return text.length() <= MAX_QUOTE
        ? "“" + text + "”"
        : "“" + text.substring(0, MAX_QUOTE) + "…”";
  }
}
