package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts forged bundles, by the part that was forged, and remembers those that verified. */
final class Forgeries {

  private final Map<String, Integer> tried = new TreeMap<>();
  private final List<String> verified = new ArrayList<>();

  void attempt(String part, ObjectNode mutant, Original original, String detail) {
    tried.merge(part, 1, Integer::sum);
    if (original.verifies(mutant)) {
      verified.add(original.name() + ": " + part + " " + detail);
    }
  }

  void assertNoneVerified(String kind, int atLeast) {
    int total = tried.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println(
        "Forged bundles, "
            + kind
            + ": "
            + total
            + " tried, "
            + verified.size()
            + " verified "
            + tried);
    assertThat(verified).isEmpty();
    assertThat(total).isGreaterThan(atLeast);
  }
}
