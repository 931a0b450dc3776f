package dev.whence.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.registry.npm.ChangesFeed;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Notes when a registry's changes feed tells what, by asking it again and again. */
final class FeedWatch {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Something about a package is new.
   *
   * @param before when the feed did not tell it yet, in microseconds since 1970
   */
  record Told(String name, long before) {}

  private final URI registry;
  private final List<Told> told = new ArrayList<>();
  private long sequence;
  private long asked;

  /** Watches what happens from now on. */
  FeedWatch(TrialRegistry registry) {
    this.registry = registry.url();
    this.asked = now();
    this.sequence = registry.lastSequence();
    look();
    told.clear();
  }

  /** Notes what is new since the last look. */
  void look() {
    long asking = now();
    try {
      JsonNode page = ask("_changes?since=" + sequence + "&limit=" + ChangesFeed.MAX_LINES);
      page.path("results").forEach(line -> told.add(new Told(line.path("id").asText(), asked)));
      sequence = page.path("last_seq").asLong();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    asked = asking;
  }

  private JsonNode ask(String path) throws IOException {
    return MAPPER.readTree(registry.resolve("/registry/" + path).toURL());
  }

  private static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** What the feed had told last. */
  long sequence() {
    return sequence;
  }
}
