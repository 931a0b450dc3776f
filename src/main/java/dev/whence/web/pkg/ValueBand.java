package dev.whence.web.pkg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A band of names: the most frequent ones have a letter and a colour each. */
final class ValueBand {

  /** As many colours as can be told apart. */
  private static final int MAX_NAMED = 5;

  private static final String NONE = "not stated";

  /** The value of a version of which nothing was seen. */
  static final String GONE = "removed before we saw it";

  private ValueBand() {}

  /**
   * Makes the band.
   *
   * @param values by version; null where it states none
   */
  static Band of(String label, List<@Nullable String> values, List<String> versions) {
    Map<String, Long> counts = new LinkedHashMap<>();
    values.forEach(value -> counts.merge(value == null ? NONE : value, 1L, Long::sum));
    Map<String, Band.Key> keys = keys(counts);
    List<Band.Key> drawn = new ArrayList<>(values.size());
    for (@Nullable String value : values) {
      drawn.add(keys.get(value == null ? NONE : value));
    }
    List<Band.Key> legend = keys.values().stream().distinct().toList();
    return new Band(
        label,
        legend.stream()
            .map(key -> key.text() + " in " + key.count())
            .collect(Collectors.joining(", ")),
        Band.pieces(drawn, versions),
        legend);
  }

  private static Map<String, Band.Key> keys(Map<String, Long> counts) {
    Map<String, Band.Key> keys = new LinkedHashMap<>();
    List<Map.Entry<String, Long>> named =
        counts.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(NONE) && !entry.getKey().equals(GONE))
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    int own = named.size() <= MAX_NAMED + 1 ? named.size() : MAX_NAMED;
    for (int i = 0; i < own; i++) {
      Map.Entry<String, Long> entry = named.get(i);
      keys.put(
          entry.getKey(),
          new Band.Key(
              "fill-" + (i + 1),
              String.valueOf((char) ('A' + i)),
              entry.getKey(),
              entry.getValue()));
    }
    List<Map.Entry<String, Long>> rest = named.subList(own, named.size());
    if (!rest.isEmpty()) {
      long count = rest.stream().mapToLong(Map.Entry::getValue).sum();
      Band.Key others = new Band.Key("fill-other", "…", rest.size() + " others", count);
      rest.forEach(entry -> keys.put(entry.getKey(), others));
    }
    @Nullable Long none = counts.get(NONE);
    if (none != null) {
      keys.put(NONE, new Band.Key("fill-plain", "–", NONE, none));
    }
    @Nullable Long gone = counts.get(GONE);
    if (gone != null) {
      keys.put(GONE, new Band.Key(Band.GONE, "×", GONE, gone));
    }
    return keys;
  }
}
