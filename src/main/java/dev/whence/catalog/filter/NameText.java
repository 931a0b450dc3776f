package dev.whence.catalog.filter;

import dev.whence.catalog.sql.Query;
import dev.whence.provenance.PackageReference;
import java.util.Locale;

/**
 * A text by which packages are looked for: a part of a name, or anything that names a package, as
 * {@code name@version}, a purl, an address or a command. Lists and the search read it here.
 *
 * @param name that is looked for, as it was spelled
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

  /** What {@code p.search_name} is like where it has the text. */
  String contained() {
    return "%" + literal(lower(name)) + "%";
  }

  /** Binds what {@link #BEST_FIRST} compares with. */
  public Query bindOrder(Query query) {
    String prefix = literal(lower(name)) + "%";
    return query.with("name", name).with("lower_name", lower(name)).with("prefix", prefix);
  }

  /** The pattern of LIKE that what has the text is like, in lower case. */
  public static String contains(String text) {
    return new NameText(text).contained();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What LIKE takes for itself. */
  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
