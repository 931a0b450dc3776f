package dev.whence.registry.npm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.whence.provenance.PackageName;
import dev.whence.registry.http.MalformedAnswerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of the changes feed, {@code {"results":[{"seq","id","deleted"?}],"last_seq"}} (CouchDB,
 * {@code _changes}), with each package once. Ids that are no package names, such as those of design
 * documents, are left out.
 *
 * @param lines how many lines it has, with the ones left out
 * @param lastSequence where the next page begins
 */
public record ChangesPage(List<FeedChange> changes, int lines, long lastSequence) {

  private static final int MAX_ID = 1_000;

  /** CouchDB's are hundreds of characters long; the beginning is enough to recognise them. */
  private static final int MAX_SHOWN_SEQUENCE = 12;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(100_000)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .build())
          .build();

  public ChangesPage {
    changes = List.copyOf(changes);
  }

  /**
   * Reads one.
   *
   * @throws IOException if the stream breaks, is not JSON, or is no page of changes
   */
  static ChangesPage read(InputStream in) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      Map<String, FeedChange> changes = new LinkedHashMap<>();
      int lines = -1;
      long last = -1;
      requireToken(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "results" -> lines = lines(parser, changes);
          case "last_seq" -> last = sequence(parser);
          default -> parser.skipChildren();
        }
      }
      requireToken(parser.currentToken(), JsonToken.END_OBJECT);
      if (lines < 0 || last < 0) {
        throw noPage();
      }
      return new ChangesPage(List.copyOf(changes.values()), lines, last);
    }
  }

  private static int lines(JsonParser parser, Map<String, FeedChange> changes) throws IOException {
    requireToken(parser.currentToken(), JsonToken.START_ARRAY);
    int lines = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      // The last line about a package has its present state.
      line(parser).ifPresent(change -> changes.put(change.name().value(), change));
      lines++;
    }
    requireToken(parser.currentToken(), JsonToken.END_ARRAY);
    return lines;
  }

  private static Optional<FeedChange> line(JsonParser parser) throws IOException {
    @Nullable String id = null;
    boolean deleted = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      if (field.equals("id")) {
        id = TolerantJson.text(parser, MAX_ID);
      } else if (field.equals("deleted")) {
        deleted = parser.currentToken() == JsonToken.VALUE_TRUE;
        parser.skipChildren();
      } else {
        parser.skipChildren();
      }
    }
    boolean gone = deleted;
    return Optional.ofNullable(id)
        .flatMap(PackageName::parse)
        .map(name -> new FeedChange(name, gone));
  }

  private static long sequence(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getLongValue() >= 0) {
      return parser.getLongValue();
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      throw new OtherSequenceException(
          "the text \"" + CleanText.bounded(parser.getText(), MAX_SHOWN_SEQUENCE) + "\"");
    }
    throw noPage();
  }

  private static void requireToken(@Nullable JsonToken actual, JsonToken expected)
      throws IOException {
    if (actual != expected) {
      throw noPage();
    }
  }

  private static MalformedAnswerException noPage() {
    return new MalformedAnswerException("it is no page of a changes feed");
  }
}
