package dev.whence.catalog.filter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A query parameter.
 *
 * @param value its valid values
 */
public record QueryParameter(String name, FilterValue value) {

  /** The parameter for the page of a list. */
  public static final String PAGE = "page";

  /** The parameter for a part of a name. */
  public static final String TEXT = "q";

  /** The parameter for the order of a list. */
  public static final String SORT = "sort";

  /** The highest number of items that a program wants. */
  public static final String LIMIT = "limit";

  /** The place of the first item that a program wants. */
  public static final String PAGE_TOKEN = "pageToken";

  /** The highest page number. A higher one would only cost time. */
  private static final int MAX_PAGE = 100_000;

  /** Limits the cost of one request. */
  private static final int MAX_LIMIT = 100;

  /** The filters of a list. */
  public static <F extends Enum<F> & FilterField> List<QueryParameter> of(Class<F> fields) {
    return Arrays.stream(fields.getEnumConstants())
        .map(field -> new QueryParameter(field.slug(), field.value()))
        .toList();
  }

  /** The filters and the order of a list. */
  public static <F extends Enum<F> & FilterField> List<QueryParameter> of(
      Class<F> fields, Class<? extends Enum<?>> orders) {
    return all(of(fields), List.of(sort(orders)));
  }

  /** The parameters of the list of repositories. */
  public static List<QueryParameter> ofRepositories() {
    return List.of(new QueryParameter(TEXT, new FilterValue.Part()), sort(RepositoryOrder.class));
  }

  /** The parameters of a search: a text, and the evidence of the latest version of packages. */
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

  /** The number of a page, for people. */
  public static QueryParameter page() {
    return new QueryParameter(PAGE, new FilterValue.WholeNumber(1, MAX_PAGE));
  }

  /** The number of items that a program wants, and the place of the first. */
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
