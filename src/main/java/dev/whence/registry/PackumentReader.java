package dev.whence.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a packument as a stream: what we do not keep is skipped, so that a document of any size
 * takes memory only for its facts. Text is bounded and cleaned; what has another type than expected
 * is absent.
 */
final class PackumentReader {

  /** npm's own names, tags and versions are far shorter; longer ones are cut. */
  static final int SHORT_TEXT = 256;

  static final int LONG_TEXT = 2_000;

  /** The largest packuments have some ten thousand versions. */
  private static final int MAX_VERSIONS = 100_000;

  /** Packages that publish from every branch have some thousand. */
  private static final int MAX_TAGS = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(500)
                  .maxStringLength(10_000_000)
                  .maxNameLength(100_000)
                  .maxNumberLength(1_000)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private @Nullable String name;
  private @Nullable String description;
  private final Map<String, String> distTags = new LinkedHashMap<>();
  private final Map<String, VersionReader> versions = new LinkedHashMap<>();
  private final Map<String, Instant> times = new HashMap<>();
  private @Nullable Instant unpublishedAt;

  private PackumentReader() {}

  /**
   * Reads the packument of {@code asked}.
   *
   * @throws IOException where the stream breaks or is not JSON
   * @throws NotAPackumentException where it is JSON, but not this package's packument
   */
  static Packument read(InputStream in, PackageName asked)
      throws IOException, NotAPackumentException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      PackumentReader reader = new PackumentReader();
      reader.document(parser);
      return reader.packument(asked);
    }
  }

  private void document(JsonParser parser) throws IOException, NotAPackumentException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new NotAPackumentException("the answer is not a JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "name" -> name = Json.text(parser, LONG_TEXT);
        case "description" -> description = Json.text(parser, LONG_TEXT);
        case "dist-tags" -> Json.eachText(parser, SHORT_TEXT, this::addTag);
        case "versions" -> readVersions(parser);
        case "time" -> readTimes(parser);
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new NotAPackumentException("there is more behind the packument's end");
    }
  }

  private void addTag(String tag, String version) {
    if (distTags.size() < MAX_TAGS) {
      distTags.put(tag, version);
    }
  }

  private void readVersions(JsonParser parser) throws IOException, NotAPackumentException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      @Nullable String version = CleanText.bounded(parser.currentName(), SHORT_TEXT);
      parser.nextToken();
      if (version == null || version.isEmpty() || parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      VersionReader reader = new VersionReader();
      reader.read(parser);
      versions.put(version, reader);
      if (versions.size() > MAX_VERSIONS) {
        throw new NotAPackumentException("more than " + MAX_VERSIONS + " versions");
      }
    }
  }

  private void readTimes(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = String.valueOf(CleanText.bounded(parser.currentName(), SHORT_TEXT));
      parser.nextToken();
      if (key.equals("unpublished") && parser.currentToken() == JsonToken.START_OBJECT) {
        Map<String, String> unpublished = new HashMap<>();
        Json.eachText(
            parser,
            SHORT_TEXT,
            (member, value) -> {
              if (member.equals("time")) {
                unpublished.put(member, value);
              }
            });
        unpublishedAt = instant(unpublished.get("time"));
      } else {
        @Nullable Instant time = instant(Json.text(parser, SHORT_TEXT));
        if (time != null && times.size() < 2 * MAX_VERSIONS) {
          times.put(key, time);
        }
      }
    }
  }

  private Packument packument(PackageName asked) throws NotAPackumentException {
    if (name == null || !name.equals(asked.value())) {
      throw new NotAPackumentException(
          "the document is about " + CleanText.bounded(String.valueOf(name), 80));
    }
    List<PackumentVersion> read =
        versions.entrySet().stream()
            .map(entry -> entry.getValue().version(entry.getKey(), times.get(entry.getKey())))
            .toList();
    return new Packument(
        asked,
        description,
        Map.copyOf(distTags),
        read,
        removed(),
        times.get("created"),
        times.get("modified"),
        unpublishedAt);
  }

  private SortedMap<String, Instant> removed() {
    SortedMap<String, Instant> removed = new TreeMap<>(times);
    removed.keySet().removeAll(versions.keySet());
    removed.keySet().removeAll(List.of("created", "modified", "unpublished"));
    return removed;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant time = Instant.parse(text);
      // What lies outside is no publish time, and Postgres would refuse it.
      return time.isAfter(Instant.EPOCH) && time.isBefore(Instant.ofEpochSecond(253_402_300_799L))
          ? time
          : null;
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
