package dev.whence.registry.npm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a packument as a stream: members that we do not keep are skipped, so a document of any size
 * takes memory only for its facts. Text is bounded and cleaned; a value of the wrong type is
 * absent. docs/packuments.md says how each field is read and why.
 */
public final class PackumentReader {

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
  private @Nullable String error;
  private @Nullable Map<String, String> distTags;
  private @Nullable Map<String, VersionReader> versions;
  private final Map<String, Instant> times = new HashMap<>();
  private final Unpublished unpublished = new Unpublished();

  private PackumentReader() {}

  /**
   * Reads the packument of {@code asked}.
   *
   * @throws IOException if the stream breaks or is not JSON
   * @throws NotAPackumentException if it is JSON, but not this package's packument
   */
  public static Packument read(InputStream in, PackageName asked)
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
        case "name" -> name = TolerantJson.text(parser, LONG_TEXT);
        case "description" -> description = TolerantJson.text(parser, LONG_TEXT);
        case "error" -> error = TolerantJson.text(parser, SHORT_TEXT);
        case "dist-tags" -> readTags(parser);
        case "versions" -> readVersions(parser);
        case "time" -> readTimes(parser);
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new NotAPackumentException("there is more behind the packument's end");
    }
  }

  private void readTags(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, String> tags = new LinkedHashMap<>();
      TolerantJson.eachText(
          parser,
          SHORT_TEXT,
          (tag, version) -> {
            if (tags.size() < MAX_TAGS) {
              tags.put(tag, version);
            }
          });
      distTags = tags;
    } else {
      parser.skipChildren();
    }
  }

  private void readVersions(JsonParser parser) throws IOException, NotAPackumentException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    Map<String, VersionReader> read = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      @Nullable String version = CleanText.bounded(parser.currentName(), SHORT_TEXT);
      parser.nextToken();
      if (version == null || version.isEmpty()) {
        parser.skipChildren();
        continue;
      }
      VersionReader reader = new VersionReader();
      reader.read(parser);
      read.put(version, reader);
      if (read.size() > MAX_VERSIONS) {
        throw new NotAPackumentException("more than " + MAX_VERSIONS + " versions");
      }
    }
    versions = read;
  }

  private void readTimes(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = String.valueOf(CleanText.bounded(parser.currentName(), SHORT_TEXT));
      parser.nextToken();
      if (key.equals("unpublished")) {
        unpublished.read(parser);
      } else {
        @Nullable Instant time = instant(TolerantJson.text(parser, SHORT_TEXT));
        if (time != null && times.size() < 2 * MAX_VERSIONS) {
          times.put(key, time);
        }
      }
    }
  }

  /** {@code time.unpublished}: the whole package was unpublished, and then had these versions. */
  private static final class Unpublished {

    private boolean isStated;
    private @Nullable Instant at;
    private final Set<String> versions = new LinkedHashSet<>();

    void read(JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        at = instant(TolerantJson.text(parser, SHORT_TEXT));
        isStated = at != null;
        return;
      }
      isStated = true;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "time" -> at = instant(TolerantJson.text(parser, SHORT_TEXT));
          case "versions" -> TolerantJson.eachElement(parser, this::readVersion);
          default -> parser.skipChildren();
        }
      }
    }

    private void readVersion(JsonParser parser) throws IOException {
      @Nullable String version = TolerantJson.text(parser, SHORT_TEXT);
      if (version != null && !version.isEmpty() && versions.size() < MAX_VERSIONS) {
        versions.add(version);
      }
    }
  }

  private Packument packument(PackageName asked) throws NotAPackumentException {
    if (name == null) {
      throw new NotAPackumentException(
          error == null ? "it names no package" : "it is an error, " + error);
    }
    if (!name.equals(asked.value())) {
      throw new NotAPackumentException("it is about " + CleanText.bounded(name, 80));
    }
    @Nullable Instant unpublishedAt =
        unpublished.isStated && unpublished.at == null ? times.get("modified") : unpublished.at;
    if (versions == null && unpublishedAt == null) {
      // An incomplete answer, not a package without versions: the known versions must stay.
      throw new NotAPackumentException("it has no versions and was not unpublished");
    }
    Map<String, VersionReader> served = versions == null ? Map.of() : versions;
    // Later versions may be published after a package was unpublished, and the mark stays.
    boolean isGone = served.isEmpty() && unpublishedAt != null;
    return new Packument(
        asked,
        description,
        distTags == null && isGone ? Map.of() : distTags,
        served.entrySet().stream()
            .map(entry -> entry.getValue().version(entry.getKey(), times.get(entry.getKey())))
            .toList(),
        removed(served.keySet()),
        times.get("created"),
        times.get("modified"),
        isGone ? unpublishedAt : null);
  }

  private SortedMap<String, @Nullable Instant> removed(Set<String> served) {
    SortedMap<String, @Nullable Instant> removed = new TreeMap<>(times);
    unpublished.versions.forEach(version -> removed.putIfAbsent(version, null));
    removed.keySet().removeAll(served);
    removed.keySet().removeAll(List.of("created", "modified"));
    return removed;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant time = Instant.parse(text);
      // A time outside is no publish time, and Postgres would refuse it.
      return time.isAfter(Instant.EPOCH) && time.isBefore(Instant.ofEpochSecond(253_402_300_799L))
          ? time
          : null;
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
