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
 * The query parameters of an address, for pages and JSON. A parameter that cannot be used is
 * refused. If it were ignored, the answer would be far larger than the request.
 */
public final class Parameters {

  private static final String FROM = "from";
  private static final String TO = "to";

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the values. An empty value counts as absent, because forms send all their fields.
   *
   * @param given each name with its values
   * @param legal every valid parameter
   * @throws IllegalParameterException for the first parameter that cannot be used; it says what is
   *     valid
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

  /** The value of the parameter. A line break or tab in it counts as a space. */
  public static Optional<String> given(String name, List<String> texts) {
    List<String> some =
        texts.stream().map(text -> text.replaceAll("[\\t\\r\\n]+", " ").strip()).toList();
    List<String> full = some.stream().filter(text -> !text.isEmpty()).distinct().toList();
    if (full.size() > 1) {
      throw IllegalParameterException.of(
          name, full.get(1), "is a second value. Write only one value.");
    }
    return full.stream().findFirst();
  }

  private static String legal(String name, String text, FilterValue value) {
    if (!value.takes(text)) {
      throw IllegalParameterException.of(name, text, value.refusal() + ". " + value.legal());
    }
    return text;
  }

  /** Only days can be the ends of a range. */
  private void requireRange() {
    @Nullable String from = values.get(FROM);
    @Nullable String to = values.get(TO);
    if (from != null && to != null && LocalDate.parse(from).isAfter(LocalDate.parse(to))) {
      throw IllegalParameterException.of(
          FROM, from, "is after “to”, which is " + to + ". Write an earlier day.");
    }
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The text; empty if it was not given. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** The number; {@code absent} if it was not given. */
  public int number(String name, int absent) {
    return get(name).map(Integer::parseInt).orElse(absent);
  }

  /** The place of the first item on the requested page. */
  public int offset(int pageSize) {
    return (number(QueryParameter.PAGE, 1) - 1) * pageSize;
  }

  /** The order of a list; the first one if none was given. */
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

  /** The filter of a list. */
  public <F extends Enum<F> & FilterField> ListFilter<F> filter(Class<F> fields) {
    return ListFilter.of(fields, this);
  }
}
