package dev.whence.crawl;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of Whence that a process may run. */
public enum Role {
  /** Pages and API. */
  WEB,

  /** Crawls of packages, and the jobs of the background. */
  CRAWL,

  /** The jobs that keep the trust material current, beside crawls. */
  VERIFY,

  /** A command on a catalog that exists, without pages and crawls. */
  CATALOG;

  /** As the configuration names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Roles as a value of {@code whence.roles}, always in the same order. */
  public static String words(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(Collectors.joining(","));
  }

  /**
   * Roles from a value of {@code whence.roles}.
   *
   * @throws IllegalArgumentException with a sentence that names the word that is not a role
   */
  public static Set<Role> parse(String words) {
    return Arrays.stream(words.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(Role::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  static Role of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "whence.roles names the role '%s', which does not exist. There are: %s."
                        .formatted(word, words(List.of(values())).replace(",", ", "))));
  }
}
