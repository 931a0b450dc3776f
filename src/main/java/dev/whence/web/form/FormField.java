package dev.whence.web.form;

import dev.whence.catalog.filter.FilterField;
import dev.whence.catalog.filter.FilterValue;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.provenance.Slug;
import dev.whence.web.facts.FilterWords;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A parameter that people set in a form.
 *
 * @param words each value to choose, in words; empty for a text field
 * @param isPlain every choice is a value, so none of them is "any"
 * @param followsClosely it is beside the field before it, as the end of a range
 */
public record FormField(
    QueryParameter parameter,
    String label,
    Map<String, String> words,
    boolean isPlain,
    boolean followsClosely) {

  /** A field for a condition of a list. */
  public static FormField of(FilterField field, String label) {
    Map<String, String> words = new LinkedHashMap<>();
    if (field.value() instanceof FilterValue.Choice choice) {
      choice.slugs().forEach(slug -> words.put(slug, FilterWords.word(field, slug)));
    }
    QueryParameter parameter = new QueryParameter(field.slug(), field.value());
    return new FormField(parameter, label, words, false, false);
  }

  /** A field for a text to search for. */
  public static FormField text(String label) {
    QueryParameter parameter = new QueryParameter(QueryParameter.TEXT, new FilterValue.Part());
    return new FormField(parameter, label, Map.of(), false, false);
  }

  /** A field for the order of a list. */
  public static <E extends Enum<E>> FormField order(Class<E> orders, Map<E, String> words) {
    Map<String, String> bySlug = new LinkedHashMap<>();
    words.forEach((order, word) -> bySlug.put(Slug.of(order), word));
    return new FormField(QueryParameter.sort(orders), "Order", bySlug, true, false);
  }

  /** The same field, as the end of a range that the field before it begins. */
  public FormField closely() {
    return new FormField(parameter, label, words, isPlain, true);
  }

  String name() {
    return parameter.name();
  }
}
