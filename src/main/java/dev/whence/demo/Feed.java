package dev.whence.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The changes feed as npm serves it: sparse sequence numbers, each package once, with its newest
 * change. Packages without a change since the edition's now come first, in an order that is
 * computed; the others follow.
 */
final class Feed {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final long FIRST = 1_000;
  private static final int GAP = 7;

  /** A prime above all counts, so that its multiples visit each package. */
  private static final long STRIDE = 2_147_483_629L;

  private final Packages packages;
  private final TreeMap<Long, Integer> changed = new TreeMap<>();
  private final Map<Integer, Long> sequences = new HashMap<>();
  private long last;
  private int added;

  Feed(Packages packages) {
    this.packages = packages;
    this.last = FIRST + (long) packages.count() * GAP;
  }

  /** A package changed just now. */
  synchronized void change(int number) {
    Long before = sequences.get(number);
    if (before != null) {
      changed.remove(before);
    } else if (number >= packages.count()) {
      added++;
    }
    last += 1 + number % GAP;
    changed.put(last, number);
    sequences.put(number, last);
  }

  synchronized long last() {
    return changed.isEmpty() ? sequence(packages.count() - 1) : last;
  }

  synchronized int count() {
    return packages.count() + added;
  }

  /** Lines after a sequence number, as {@code _changes} gives them. */
  synchronized byte[] page(long since, int limit) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeArrayFieldStart("results");
      long reached = lines(json, since, limit);
      json.writeEndArray();
      json.writeNumberField("last_seq", reached);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private long lines(JsonGenerator json, long since, int limit) throws IOException {
    // A client beyond the end gets the end: the feed has started anew then.
    long reached = Math.min(since, last());
    int lines = 0;
    for (int place = placeAfter(since); place < packages.count() && lines < limit; place++) {
      int number = number(place);
      reached = sequence(place);
      if (!sequences.containsKey(number)) {
        line(json, reached, number);
        lines++;
      }
    }
    for (Map.Entry<Long, Integer> change : changed.tailMap(since, false).entrySet()) {
      if (lines++ == limit) {
        break;
      }
      reached = change.getKey();
      line(json, reached, change.getValue());
    }
    return reached;
  }

  private void line(JsonGenerator json, long sequence, int number) throws IOException {
    json.writeStartObject();
    json.writeNumberField("seq", sequence);
    json.writeStringField("id", packages.name(number).value());
    json.writeArrayFieldStart("changes");
    json.writeStartObject();
    json.writeStringField("rev", "1-" + Long.toHexString(sequence * STRIDE));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private int placeAfter(long since) {
    int place = (int) Math.clamp((since - FIRST) / GAP, 0, packages.count());
    return sequence(place) <= since ? place + 1 : place;
  }

  private static long sequence(int place) {
    return FIRST + (long) place * GAP + place * STRIDE % GAP;
  }

  /** The stories come first, the others in an order that looks random. */
  private int number(int place) {
    if (packages.isStory(place)) {
      return place;
    }
    int stories = packages.storyCount();
    return stories + (int) ((place - stories) * STRIDE % (packages.count() - stories));
  }
}
