package dev.whence.registry.npm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Steps over a packument's values, tolerant of types. */
final class TolerantJson {

  private TolerantJson() {}

  /** The current value where it is text, cleaned; null, and skipped, where it is not. */
  static @Nullable String text(JsonParser parser, int maxLength) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return CleanText.bounded(parser.getText(), maxLength);
    }
    parser.skipChildren();
    return null;
  }

  /** Takes the current value and leaves the parser at its end. */
  @FunctionalInterface
  interface ValueReader {
    void read(JsonParser parser) throws IOException;
  }

  /** Each element of the current array; another value is skipped. */
  static void eachElement(JsonParser parser, ValueReader element) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      element.read(parser);
    }
  }

  /** Each text member of the current object; members of other types are skipped. */
  static void eachText(JsonParser parser, int maxLength, BiConsumer<String, String> member)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = String.valueOf(CleanText.bounded(parser.currentName(), maxLength));
      parser.nextToken();
      @Nullable String value = text(parser, maxLength);
      if (value != null) {
        member.accept(key, value);
      }
    }
  }
}
