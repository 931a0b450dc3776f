package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Counts forged bundles, by the part that was forged, and remembers those that verified. */
final class Forgeries {

  private static final Logger LOG = Logger.getLogger(Forgeries.class);

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
    LOG.infof("Forged bundles, %s: %d tried, %d verified %s", kind, total, verified.size(), tried);
    assertThat(verified).isEmpty();
    assertThat(total).isGreaterThan(atLeast);
  }
}
