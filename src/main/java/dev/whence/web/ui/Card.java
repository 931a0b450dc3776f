package dev.whence.web.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box of facts under a title.
 *
 * @param icon the same icon for the same thing on every page
 * @param lead a summary of the facts, or why there are none
 * @param wide as wide as the page
 */
public record Card(
    String icon, String title, @Nullable Sentence lead, List<Fact> facts, boolean wide) {

  public Card {
    facts = List.copyOf(facts);
  }

  /** A named fact. */
  public record Fact(String label, Sentence value) {}

  /** Collects facts; one that is absent is left out. */
  public static final class Facts {

    private final List<Fact> facts = new ArrayList<>();

    public Facts add(String label, Sentence value) {
      facts.add(new Fact(label, value));
      return this;
    }

    /** A value as it was written, in monospace. */
    public Facts name(String label, @Nullable String value) {
      return value == null ? this : add(label, Sentence.write().name(value).end());
    }

    public Facts words(String label, @Nullable String value) {
      return value == null ? this : add(label, Sentence.of(value));
    }

    public List<Fact> list() {
      return List.copyOf(facts);
    }
  }
}
