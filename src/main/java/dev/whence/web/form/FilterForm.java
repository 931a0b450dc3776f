package dev.whence.web.form;

import dev.whence.catalog.filter.FilterValue;
import dev.whence.catalog.filter.IllegalParameterException;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.web.ui.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page's form, which shows and changes the filter of its list.
 *
 * @param groups of fields that belong together
 * @param hidden conditions of the list without a field in the form
 * @param conditions all conditions of the list, each with a link to remove it
 * @param isOpen whether it is unfolded, because something in it needs the reader
 */
public record FilterForm(
    String path,
    List<Group> groups,
    List<Hidden> hidden,
    List<Condition> conditions,
    boolean isOpen) {

  /** Fields that belong together. */
  public record Group(List<Box> boxes) {}

  /**
   * A field of the form.
   *
   * @param options to choose from; empty for a text field
   * @param isPlain one of the options is always chosen
   * @param type of a text field
   * @param error why its value cannot be used; absent if it can
   */
  public record Box(
      String name,
      String label,
      String type,
      String value,
      List<Option> options,
      boolean isPlain,
      @Nullable String error) {}

  /** A value to choose. */
  public record Option(String value, String title, boolean isSelected) {}

  /** A parameter that the form keeps. */
  public record Hidden(String name, String value) {}

  /**
   * A condition of the list.
   *
   * @param without the list without this condition
   */
  public record Condition(String words, String without) {}

  /** {@code Filters}, {@code 3 filters set}. */
  public String summary() {
    return conditions.isEmpty() ? "Filters" : Amount.of(conditions.size(), "filter") + " set";
  }

  /**
   * The form of a list.
   *
   * @param values by parameter
   */
  public static FilterForm of(
      String path,
      PageParameters parameters,
      Map<String, String> values,
      List<Condition> conditions) {
    return new FilterForm(
        path, groups(parameters, values, null), hidden(parameters, values, ""), conditions, false);
  }

  /** The form with the typed values and their errors. */
  static FilterForm refused(
      String path,
      PageParameters parameters,
      Map<String, String> values,
      IllegalParameterException error) {
    List<Group> groups = new ArrayList<>(groups(parameters, values, error));
    String wrong = error.parameter();
    boolean isShown = parameters.fields().stream().anyMatch(field -> field.name().equals(wrong));
    if (!isShown && values.containsKey(wrong)) {
      Box box =
          new Box(
              wrong,
              wrong,
              "text",
              values.getOrDefault(wrong, ""),
              List.of(),
              false,
              error.sentence());
      groups.add(new Group(List.of(box)));
    }
    return new FilterForm(path, groups, hidden(parameters, values, wrong), List.of(), true);
  }

  private static List<Group> groups(
      PageParameters parameters,
      Map<String, String> values,
      @Nullable IllegalParameterException error) {
    List<List<Box>> groups = new ArrayList<>();
    for (FormField field : parameters.fields()) {
      @Nullable String wrong =
          error != null && error.parameter().equals(field.name()) ? error.sentence() : null;
      Box box = box(field, values.getOrDefault(field.name(), ""), wrong);
      if (field.followsClosely() && !groups.isEmpty()) {
        groups.getLast().add(box);
      } else {
        groups.add(new ArrayList<>(List.of(box)));
      }
    }
    return groups.stream().map(boxes -> new Group(List.copyOf(boxes))).toList();
  }

  private static Box box(FormField field, String value, @Nullable String error) {
    List<Option> options =
        field.words().entrySet().stream()
            .map(word -> new Option(word.getKey(), word.getValue(), word.getKey().equals(value)))
            .toList();
    boolean isDay = field.parameter().value() instanceof FilterValue.Day;
    // A date field could not show a text that is not a day.
    String type = isDay && error == null ? "date" : isDay ? "text" : "search";
    return new Box(field.name(), field.label(), type, value, options, field.isPlain(), error);
  }

  private static List<Hidden> hidden(
      PageParameters parameters, Map<String, String> values, String shown) {
    return parameters.legal().stream()
        .map(QueryParameter::name)
        .filter(name -> parameters.fields().stream().noneMatch(f -> f.name().equals(name)))
        .filter(name -> !name.equals(QueryParameter.PAGE) && !name.equals(shown))
        .filter(values::containsKey)
        .map(name -> new Hidden(name, values.getOrDefault(name, "")))
        .toList();
  }
}
