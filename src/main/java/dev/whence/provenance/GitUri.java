package dev.whence.provenance;

import org.jspecify.annotations.Nullable;

/** The pieces of the URIs that predicates and certificates use. */
public final class GitUri {

  private static final int MAX_URL = 2_000;

  private GitUri() {}

  /** What follows the first {@code @} that begins a ref, {@code refs/…}; null without one. */
  public static @Nullable String ref(@Nullable String uri) {
    int at = uri == null ? -1 : uri.indexOf("@refs/");
    return uri == null || at < 0 ? null : uri.substring(at + 1);
  }

  /** The text before the ref. */
  public static String withoutRef(String uri) {
    int at = uri.indexOf("@refs/");
    return at < 0 ? uri : uri.substring(0, at);
  }

  /** The text if it is an https URL that people can open; null otherwise. */
  public static @Nullable String webUrl(@Nullable String text) {
    return text != null && text.startsWith("https://") && text.length() <= MAX_URL ? text : null;
  }
}
