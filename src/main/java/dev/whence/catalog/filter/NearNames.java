package dev.whence.catalog.filter;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Names that differ from a mistyped one by one character, or only by upper and lower case. */
public final class NearNames {

  /** Longer names are seldom typed, and have too many neighbours. */
  private static final int MAX_LENGTH = 40;

  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-._/@";

  private NearNames() {}

  /** All of them in lower case, and the name itself in lower case. */
  public static Set<String> of(String name) {
    String typed = name.toLowerCase(Locale.ROOT);
    Set<String> names = new LinkedHashSet<>(Set.of(typed));
    for (int i = 0; i <= typed.length() && typed.length() <= MAX_LENGTH; i++) {
      String before = typed.substring(0, i);
      String after = typed.substring(i);
      insertions(before, after, names);
      if (!after.isEmpty()) {
        insertions(before, after.substring(1), names);
        names.add(before + after.substring(1));
      }
      if (after.length() > 1) {
        names.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
      }
    }
    return names;
  }

  private static void insertions(String before, String after, Set<String> names) {
    CHARACTERS.chars().forEach(c -> names.add(before + (char) c + after));
  }
}
