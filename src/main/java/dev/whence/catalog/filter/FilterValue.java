package dev.whence.catalog.filter;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.provenance.Slug;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values that a {@link FilterField} takes, as URLs write them. */
public sealed interface FilterValue {

  /** Whether the text is a valid value. Other texts are refused before they reach a query. */
  boolean takes(String text);

  /** What is wrong with another value, after that value: {@code is not a day}. */
  String refusal();

  /** A sentence that says what to write. */
  String legal();

  /** The value in the form that the field's condition compares. */
  String bound(String text);

  /**
   * One of a few words.
   *
   * @param bound the value for conditions, by word
   */
  record Choice(SequencedMap<String, String> bound) implements FilterValue {

    public Choice {
      bound = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bound));
    }

    /** The constants of a vocabulary, by their names in URLs. */
    static Choice of(Class<? extends Enum<?>> type) {
      return of(Arrays.stream(type.getEnumConstants()).map(Slug::of).toList());
    }

    static Choice of(String... slugs) {
      return of(List.of(slugs));
    }

    private static Choice of(List<String> slugs) {
      SequencedMap<String, String> bound = new LinkedHashMap<>();
      slugs.forEach(slug -> bound.put(slug, slug.toUpperCase(Locale.ROOT).replace('-', '_')));
      return new Choice(bound);
    }

    /** The words for evidence. Each is bound as the list of its stored states. */
    static Choice evidence() {
      SequencedMap<String, String> bound = new LinkedHashMap<>();
      EvidenceWord.bestFirst().forEach(word -> bound.put(word.text(), stored(word)));
      return new Choice(bound);
    }

    /** The stored states of a word, with commas between. */
    static String stored(EvidenceWord word) {
      return Evidence.of(word).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    public List<String> slugs() {
      return List.copyOf(bound.keySet());
    }

    @Override
    public boolean takes(String text) {
      return bound.containsKey(text);
    }

    @Override
    public String refusal() {
      return "is not possible here";
    }

    @Override
    public String legal() {
      return bound.size() == 1
          ? "Write " + String.join("", bound.keySet()) + ", or leave it out."
          : "Write one of " + String.join(", ", bound.keySet()) + ".";
    }

    @Override
    public String bound(String text) {
      return Objects.requireNonNull(bound.get(text));
    }
  }

  /**
   * Text of a certain form.
   *
   * @param form no value has control characters, and each is bounded
   * @param refusal {@code is not a commit}
   */
  record Text(Pattern form, String refusal, String legal) implements FilterValue {

    static Text of(String form, String refusal, String legal) {
      return new Text(Pattern.compile(form), refusal, legal);
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

  /** Part of a name, ignoring case, or another text that names a package, such as an address. */
  record Part() implements FilterValue {

    /** Longer than any name, and longer than a pasted registry address. */
    public static final int MAX_LENGTH = 512;

    @Override
    public boolean takes(String text) {
      return text.length() <= MAX_LENGTH && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String refusal() {
      return "is too long or has control characters";
    }

    @Override
    public String legal() {
      return "Write at most " + MAX_LENGTH + " characters.";
    }

    @Override
    public String bound(String text) {
      return NameText.of(text).contained();
    }
  }

  /** A number. */
  record WholeNumber(int min, int max) implements FilterValue {

    @Override
    public boolean takes(String text) {
      if (!text.matches("[0-9]{1,9}")) {
        return false;
      }
      int number = Integer.parseInt(text);
      return number >= min && number <= max;
    }

    @Override
    public String refusal() {
      return "is not possible here";
    }

    @Override
    public String legal() {
      return String.format(Locale.ENGLISH, "Write a number from %,d to %,d.", min, max);
    }

    @Override
    public String bound(String text) {
      return text;
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
    public String refusal() {
      return "is not a day";
    }

    @Override
    public String legal() {
      return "Write a day such as 2025-09-30.";
    }

    @Override
    public String bound(String text) {
      return text;
    }
  }
}
