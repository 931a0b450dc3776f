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
 * @param words each value that can be chosen, in words; none for a field of text
 * @param isPlain every choice is a value, so none of them is "any"
 * @param followsClosely it stands beside the field before it, as the end of a range
 */
public record FormField(
    QueryParameter parameter,
    String label,
    Map<String, String> words,
    boolean isPlain,
    boolean followsClosely) {

  /** One by which a list is narrowed. */
  public static FormField of(FilterField field, String label) {
    Map<String, String> words = new LinkedHashMap<>();
    if (field.value() instanceof FilterValue.Choice choice) {
      choice.slugs().forEach(slug -> words.put(slug, FilterWords.word(field, slug)));
    }
    QueryParameter parameter = new QueryParameter(field.slug(), field.value());
    return new FormField(parameter, label, words, false, false);
  }

  /** A text to look for. */
  public static FormField text(String label) {
    QueryParameter parameter = new QueryParameter(QueryParameter.TEXT, new FilterValue.Part());
    return new FormField(parameter, label, Map.of(), false, false);
  }

  /** The order of a list. */
  public static <E extends Enum<E>> FormField order(Class<E> orders, Map<E, String> words) {
    Map<String, String> bySlug = new LinkedHashMap<>();
    words.forEach((order, word) -> bySlug.put(Slug.of(order), word));
    return new FormField(QueryParameter.sort(orders), "Order", bySlug, true, false);
  }

  /** The same as the end of what the field before it begins. */
  public FormField closely() {
    return new FormField(parameter, label, words, isPlain, true);
  }

  String name() {
    return parameter.name();
  }
}
