package dev.whence.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stable names that the vocabulary's constants have in JSON: {@code no-attestation}. */
final class Slug {
  private Slug() {}

  static String of(Enum<?> constant) {
    return of(constant.name());
  }

  /** The name of a constant that may be absent. */
  static @Nullable String ofNullable(@Nullable Enum<?> constant) {
    return constant == null ? null : of(constant);
  }

  static String of(String constantName) {
    return constantName.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Counts by name, in the constants' order. */
  static <E extends Enum<E>> Map<String, Long> counts(Map<E, Long> byConstant) {
    Map<String, Long> bySlug = new LinkedHashMap<>();
    byConstant.keySet().stream()
        .sorted()
        .forEach(constant -> bySlug.put(of(constant), byConstant.getOrDefault(constant, 0L)));
    return Collections.unmodifiableMap(bySlug);
  }
}
