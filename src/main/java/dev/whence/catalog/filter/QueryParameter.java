package dev.whence.catalog.filter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter that an address may have behind its question mark.
 *
 * @param value what it can be
 */
public record QueryParameter(String name, FilterValue value) {

  /** The parameter that says which page of a list is meant. */
  public static final String PAGE = "page";

  /** The parameter that has a part of a name. */
  public static final String TEXT = "q";

  /** The parameter that has the order of a list. */
  public static final String SORT = "sort";

  /** How many items of a list a program wants at the most. */
  public static final String LIMIT = "limit";

  /** Where the part of a list begins that a program wants. */
  public static final String PAGE_TOKEN = "pageToken";

  /** The highest page number that is answered; beyond it offsets only cost. */
  private static final int MAX_PAGE = 100_000;

  /** Bounds what one request can cost. */
  private static final int MAX_LIMIT = 100;

  /** Those that narrow a list. */
  public static <F extends Enum<F> & FilterField> List<QueryParameter> of(Class<F> fields) {
    return Arrays.stream(fields.getEnumConstants())
        .map(field -> new QueryParameter(field.slug(), field.value()))
        .toList();
  }

  /** Those that narrow and order a list. */
  public static <F extends Enum<F> & FilterField> List<QueryParameter> of(
      Class<F> fields, Class<? extends Enum<?>> orders) {
    return all(of(fields), List.of(sort(orders)));
  }

  /** Those of the list of repositories. */
  public static List<QueryParameter> ofRepositories() {
    return List.of(new QueryParameter(TEXT, new FilterValue.Part()), sort(RepositoryOrder.class));
  }

  /** Those of a search: a text, and of packages the state of the latest version. */
  public static List<QueryParameter> ofSearch() {
    return Stream.of(PackageField.TEXT, PackageField.EVIDENCE)
        .map(field -> new QueryParameter(field.slug(), field.value()))
        .toList();
  }

  /** The order of a list. */
  public static QueryParameter sort(Class<? extends Enum<?>> orders) {
    return choice(SORT, orders);
  }

  /** One word of a vocabulary. */
  public static QueryParameter choice(String name, Class<? extends Enum<?>> words) {
    return new QueryParameter(name, FilterValue.Choice.of(words));
  }

  /** One of some words. */
  public static QueryParameter words(String name, String... words) {
    return new QueryParameter(name, FilterValue.Choice.of(words));
  }

  /** The number of a page that people turn. */
  public static QueryParameter page() {
    return new QueryParameter(PAGE, new FilterValue.WholeNumber(1, MAX_PAGE));
  }

  /** How many items of a list a program wants, and from where. */
  public static List<QueryParameter> paging() {
    return List.of(
        new QueryParameter(LIMIT, new FilterValue.WholeNumber(1, MAX_LIMIT)),
        new QueryParameter(PAGE_TOKEN, new FilterValue.Part()));
  }

  @SafeVarargs
  public static List<QueryParameter> all(List<QueryParameter>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
