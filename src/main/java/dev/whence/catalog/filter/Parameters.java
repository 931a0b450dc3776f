package dev.whence.catalog.filter;

import dev.whence.provenance.Slug;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address says behind its question mark, for pages and JSON alike. What cannot be used is
 * refused: a condition that was left out without a word would answer with far more than was asked
 * for.
 */
public final class Parameters {

  private static final String FROM = "from";
  private static final String TO = "to";

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the values. An empty one is as good as absent: forms send all their fields.
   *
   * @param given each name with its values
   * @param legal every parameter that there is
   * @throws IllegalParameterException with what is legal, for the first that cannot be used
   */
  public static Parameters read(Map<String, List<String>> given, List<QueryParameter> legal) {
    Map<String, FilterValue> known =
        legal.stream().collect(Collectors.toMap(QueryParameter::name, QueryParameter::value));
    Map<String, String> values = new LinkedHashMap<>();
    given.forEach(
        (name, texts) -> {
          @Nullable FilterValue value = known.get(name);
          if (value == null) {
            throw IllegalParameterException.unknown(name, legal);
          }
          given(name, texts).ifPresent(text -> values.put(name, legal(name, text, value)));
        });
    Parameters read = new Parameters(values);
    read.requireRange();
    return read;
  }

  /** What was given as the parameter; a line break or tab in it is a space, as on paper. */
  public static Optional<String> given(String name, List<String> texts) {
    List<String> some =
        texts.stream().map(text -> text.replaceAll("[\\t\\r\\n]+", " ").strip()).toList();
    List<String> full = some.stream().filter(text -> !text.isEmpty()).distinct().toList();
    if (full.size() > 1) {
      throw IllegalParameterException.of(name, full.get(1), "It is given twice.");
    }
    return full.stream().findFirst();
  }

  private static String legal(String name, String text, FilterValue value) {
    if (!value.takes(text)) {
      throw IllegalParameterException.of(name, text, value.legal());
    }
    return text;
  }

  /** Days are the only values that a range is made of. */
  private void requireRange() {
    @Nullable String from = values.get(FROM);
    @Nullable String to = values.get(TO);
    if (from != null && to != null && LocalDate.parse(from).isAfter(LocalDate.parse(to))) {
      throw IllegalParameterException.of(FROM, from, "It is after “to”, which is " + to + ".");
    }
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The text; empty where there is none. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** The number; {@code absent} where there is none. */
  public int number(String name, int absent) {
    return get(name).map(Integer::parseInt).orElse(absent);
  }

  /** The place of the first item of the page that is asked for. */
  public int offset(int pageSize) {
    return (number(QueryParameter.PAGE, 1) - 1) * pageSize;
  }

  /** The order of a list; the first, where none is asked for. */
  public <E extends Enum<E>> E sort(Class<E> orders) {
    return choice(QueryParameter.SORT, orders).orElse(orders.getEnumConstants()[0]);
  }

  /** One word of a vocabulary. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> words) {
    return get(name)
        .flatMap(
            text ->
                Arrays.stream(words.getEnumConstants())
                    .filter(word -> Slug.of(word).equals(text))
                    .findFirst());
  }

  /** What a list is narrowed to. */
  public <F extends Enum<F> & FilterField> ListFilter<F> filter(Class<F> fields) {
    return ListFilter.of(fields, this);
  }
}
