package dev.whence.catalog.filter;

import dev.whence.catalog.sql.Query;
import dev.whence.provenance.PackageReference;
import java.util.Locale;

/**
 * A text to search packages by: a part of a name, or anything that names a package, as {@code
 * name@version}, a purl, an address or a command. Lists and the search read it here.
 *
 * @param name the name to search for, as it was typed
 */
public record NameText(String name) {

  /** Better matches first: the name itself, its other spellings, what starts with it, the rest. */
  public static final String BEST_FIRST =
      """
      CASE
        WHEN p.name = :name THEN 0
        WHEN p.search_name = :lower_name THEN 1
        WHEN p.search_name LIKE :prefix OR p.bare_name LIKE :prefix THEN 2
        ELSE 3 END,
      """;

  public static NameText of(String text) {
    return new NameText(
        PackageReference.read(text).map(read -> read.name().value()).orElseGet(text::strip));
  }

  /** The LIKE pattern for {@code p.search_name}. */
  String contained() {
    return "%" + literal(lower(name)) + "%";
  }

  /** Binds the values of {@link #BEST_FIRST}. */
  public Query bindOrder(Query query) {
    String prefix = literal(lower(name)) + "%";
    return query.with("name", name).with("lower_name", lower(name)).with("prefix", prefix);
  }

  /** The LIKE pattern for values that contain the text, in lower case. */
  public static String contains(String text) {
    return new NameText(text).contained();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The characters with a meaning in LIKE. */
  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
