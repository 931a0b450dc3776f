package dev.whence.web.list;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.catalog.filter.FilterField;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.provenance.Slug;
import dev.whence.web.facts.FilterWords;
import dev.whence.web.form.FilterForm;
import dev.whence.web.form.FilterForm.Condition;
import dev.whence.web.form.PageParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a page above a list.
 *
 * @param total the number of items
 * @param count the same in words
 * @param words the conditions of the list, in words
 * @param json the list as JSON
 * @param csv the list as CSV
 */
public record ListHead(
    long total, String count, List<String> words, String json, String csv, FilterForm form) {

  /**
   * Of a list.
   *
   * @param said what the words tell of the filter; {@code count} tells the rest
   */
  static <F extends Enum<F> & FilterField> ListHead of(
      String path,
      long total,
      String count,
      ListFilter<F> said,
      ListFilter<F> filter,
      Enum<?> order,
      PageParameters parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    filter.values().forEach((field, value) -> values.put(field.slug(), value));
    values.put(QueryParameter.SORT, Slug.of(order));
    List<Condition> conditions =
        FilterWords.phrases(filter).stream()
            .map(
                phrase ->
                    new Condition(phrase.words(), path + ListPaths.query(phrase.without(), order)))
            .toList();
    return new ListHead(
        total,
        count,
        FilterWords.phrases(said).stream().map(FilterWords.Phrase::words).toList(),
        JsonPaths.ROOT + path + ListPaths.query(filter, order),
        JsonPaths.ROOT + path + ".csv" + ListPaths.query(filter, order),
        FilterForm.of(path, parameters, values, conditions));
  }
}
