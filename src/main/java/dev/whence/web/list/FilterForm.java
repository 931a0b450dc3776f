package dev.whence.web.list;

import dev.whence.catalog.FilterField;
import dev.whence.catalog.FilterValue;
import dev.whence.catalog.ListFilter;
import dev.whence.provenance.Slug;
import dev.whence.web.facts.FilterWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a list can be narrowed.
 *
 * @param hidden what the list is narrowed to by other than the form's own fields
 * @param orders in which the list can be
 * @param conditions all that the list is narrowed to, each with the way out of it
 */
public record FilterForm(
    String path,
    List<Box> boxes,
    List<Hidden> hidden,
    List<Option> orders,
    List<Condition> conditions) {

  /**
   * A field of the form.
   *
   * @param options to choose from; none for a field of text
   * @param type of a field of text
   */
  public record Box(String name, String label, String type, String value, List<Option> options) {}

  /** A value to choose. */
  public record Option(String value, String title, boolean isSelected) {}

  /**
   * The orders of a list.
   *
   * @param words each in words
   */
  record Order<E extends Enum<E>>(Map<E, String> words, E current) {

    private List<Option> options() {
      return words.entrySet().stream()
          .map(
              entry ->
                  new Option(Slug.of(entry.getKey()), entry.getValue(), entry.getKey() == current))
          .toList();
    }
  }

  /** A parameter that stays. */
  public record Hidden(String name, String value) {}

  /**
   * Something that the list is narrowed to.
   *
   * @param without the list without it
   */
  public record Condition(String words, String without) {}

  /**
   * Makes the form.
   *
   * @param labels of the fields to show, in order
   */
  static <F extends Enum<F> & FilterField> FilterForm of(
      String path, ListFilter<F> filter, Map<F, String> labels, Order<?> order) {
    List<Hidden> hidden = new ArrayList<>();
    List<Condition> conditions = new ArrayList<>();
    filter
        .values()
        .forEach(
            (field, value) -> {
              if (!labels.containsKey(field)) {
                hidden.add(new Hidden(field.slug(), value));
              }
              conditions.add(
                  new Condition(
                      FilterWords.phrase(field, value),
                      path + filter.without(field).query(order.current())));
            });
    List<Box> boxes = new ArrayList<>();
    labels.forEach((field, label) -> boxes.add(box(field, label, filter)));
    return new FilterForm(path, boxes, hidden, order.options(), conditions);
  }

  private static <F extends Enum<F> & FilterField> Box box(
      F field, String label, ListFilter<F> filter) {
    String value = filter.get(field).orElse("");
    return switch (field.value()) {
      case FilterValue.Choice choice ->
          new Box(
              field.slug(),
              label,
              "",
              value,
              choice.slugs().stream()
                  .map(slug -> new Option(slug, FilterWords.word(field, slug), slug.equals(value)))
                  .toList());
      case FilterValue.Day day -> new Box(field.slug(), label, "date", value, List.of());
      case FilterValue.Part part -> new Box(field.slug(), label, "search", value, List.of());
      case FilterValue.Text text -> new Box(field.slug(), label, "search", value, List.of());
    };
  }
}
