package dev.whence.catalog;

import dev.whence.provenance.Slug;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The values that a {@link FilterField} takes, as URLs write them. */
public sealed interface FilterValue {

  /** Whether the text is such a value. Everything else is refused before it reaches a query. */
  boolean takes(String text);

  /** A sentence that says what is legal. */
  String legal();

  /** The value as the field's condition compares it. */
  String bound(String text);

  /** One of a few words. */
  record Choice(List<String> slugs) implements FilterValue {

    public Choice {
      slugs = List.copyOf(slugs);
    }

    /** The constants of a vocabulary, by their names in URLs. */
    static <E extends Enum<E>> Choice of(Class<E> type) {
      return new Choice(Arrays.stream(type.getEnumConstants()).map(Slug::of).toList());
    }

    static Choice of(String... slugs) {
      return new Choice(List.of(slugs));
    }

    @Override
    public boolean takes(String text) {
      return slugs.contains(text);
    }

    @Override
    public String legal() {
      return "It is one of " + String.join(", ", slugs) + ".";
    }

    @Override
    public String bound(String text) {
      return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
  }

  /**
   * Text of a certain form.
   *
   * @param form no value has control characters, and each is bounded
   */
  record Text(Pattern form, String legal) implements FilterValue {

    static Text of(String form, String legal) {
      return new Text(Pattern.compile(form), legal);
    }

    @Override
    public boolean takes(String text) {
      return form.matcher(text).matches();
    }

    @Override
    public String bound(String text) {
      return text;
    }
  }

  /** Part of a name, whatever its case. */
  record Part() implements FilterValue {

    private static final int MAX_LENGTH = 300;

    @Override
    public boolean takes(String text) {
      return text.length() <= MAX_LENGTH && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String legal() {
      return "It has at most " + MAX_LENGTH + " characters, none of them control.";
    }

    @Override
    public String bound(String text) {
      return SearchQueries.contains(text.strip());
    }
  }

  /** A day of the calendar. */
  record Day() implements FilterValue {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    @Override
    public boolean takes(String text) {
      try {
        return FORM.matcher(text).matches() && !LocalDate.parse(text).isBefore(FIRST);
      } catch (DateTimeException noSuchDay) {
        return false;
      }
    }

    @Override
    public String legal() {
      return "It is a day: 2025-09-30.";
    }

    @Override
    public String bound(String text) {
      return text;
    }
  }
}
