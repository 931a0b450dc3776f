package dev.whence.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sentence of a page: words, names, digests, links, marks and times. */
public record Sentence(List<Part> parts) {

  public Sentence {
    parts = List.copyOf(parts);
  }

  /**
   * A piece of a sentence; at most one of the fields after {@code text} is set.
   *
   * @param text the visible text
   * @param isName a name, path or value, shown in monospace
   * @param path our page to which it links
   * @param tone of a mark: {@code good}, {@code warn}, {@code bad}, {@code plain}
   */
  public record Part(
      String text,
      boolean isName,
      @Nullable Digest digest,
      @Nullable Link link,
      @Nullable String path,
      @Nullable String tone,
      @Nullable When when) {

    /** A mark's icon. */
    public String icon() {
      return switch (tone == null ? "" : tone) {
        case "good" -> "verified";
        case "bad" -> "rejected";
        case "warn" -> "change";
        default -> "info";
      };
    }
  }

  /** A sentence of words only. */
  public static Sentence of(String words) {
    return new Writer().words(words).end();
  }

  public static Writer write() {
    return new Writer();
  }

  /** This sentence, followed by the other one. */
  public Sentence and(Sentence other) {
    return new Sentence(Stream.concat(parts.stream(), other.parts().stream()).toList());
  }

  /** As plain text. */
  @Override
  public String toString() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /** Puts a sentence together. */
  public static final class Writer {

    private final List<Part> parts = new ArrayList<>();

    private Writer() {}

    public Writer words(String text) {
      parts.add(new Part(text, false, null, null, null, null, null));
      return this;
    }

    public Writer name(String text) {
      parts.add(new Part(text, true, null, null, null, null, null));
      return this;
    }

    public Writer digest(Digest digest) {
      parts.add(new Part(digest.shortened(), true, digest, null, null, null, null));
      return this;
    }

    public Writer link(Link link) {
      parts.add(new Part(link.text(), false, null, link, null, null, null));
      return this;
    }

    /** A link to a page of ours. */
    public Writer page(String path, String text) {
      parts.add(new Part(text, false, null, null, path, null, null));
      return this;
    }

    /** A short judgement with an icon: {@code the same}. */
    public Writer mark(String tone, String text) {
      parts.add(new Part(text, false, null, null, null, tone, null));
      return this;
    }

    public Writer when(When when) {
      parts.add(new Part(when.absolute(), false, null, null, null, null, when));
      return this;
    }

    public Sentence end() {
      return new Sentence(parts);
    }
  }
}
