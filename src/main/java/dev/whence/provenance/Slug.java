package dev.whence.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stable names that constants have in URLs, JSON and data sets: {@code publish-only}. */
public final class Slug {
  private Slug() {}

  public static String of(Enum<?> constant) {
    return of(constant.name());
  }

  /** The name of a constant that may be absent. */
  public static @Nullable String ofNullable(@Nullable Enum<?> constant) {
    return constant == null ? null : of(constant);
  }

  public static String of(String constantName) {
    return constantName.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Counts by name, in the constants' order. */
  public static <E extends Enum<E>> Map<String, Long> counts(Map<E, Long> byConstant) {
    Map<String, Long> bySlug = new LinkedHashMap<>();
    byConstant.keySet().stream()
        .sorted()
        .forEach(constant -> bySlug.put(of(constant), byConstant.getOrDefault(constant, 0L)));
    return Collections.unmodifiableMap(bySlug);
  }
}
