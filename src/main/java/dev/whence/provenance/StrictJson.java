package dev.whence.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** JSON from outside: bounded in size and depth, no key twice, nothing behind its end. */
final class StrictJson {

  /** Real attestation responses are below 100 KB; this leaves room and bounds memory. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  /** Real statements nest about ten deep. */
  private static final int MAX_DEPTH = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxDocumentLength(MAX_BYTES)
                          .maxStringLength(MAX_BYTES)
                          .maxNameLength(2_000)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** Reads a whole document, named in messages as {@code what}. */
  static JsonNode object(byte[] bytes, String what) throws MalformedException {
    if (bytes.length > MAX_BYTES) {
      throw new MalformedException(what + " is larger than " + MAX_BYTES + " bytes");
    }
    try {
      @Nullable JsonNode node = MAPPER.readTree(bytes);
      if (node == null || !node.isObject()) {
        throw new MalformedException(what + " is not a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new MalformedException(what + " is not acceptable JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new MalformedException(what + " is not acceptable JSON: " + e.getMessage());
    }
  }

  static JsonNode requiredObject(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (!value.isObject()) {
      throw new MalformedException(field + " is missing or not an object");
    }
    return value;
  }

  static JsonNode requiredArray(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (!value.isArray()) {
      throw new MalformedException(field + " is missing or not an array");
    }
    return value;
  }

  static String requiredText(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new MalformedException(field + " is missing or not text");
    }
    return value.textValue();
  }

  static byte[] requiredBytes(JsonNode parent, String field) throws MalformedException {
    byte @Nullable [] bytes = bytes(parent, field);
    if (bytes == null || bytes.length == 0) {
      throw new MalformedException(field + " is missing or empty");
    }
    return bytes;
  }

  /** Base64 of either alphabet, as protobuf's JSON mapping allows; null where absent. */
  static byte @Nullable [] bytes(JsonNode parent, String field) throws MalformedException {
    @Nullable String text = text(parent, field);
    return text == null ? null : base64(text, field);
  }

  static byte[] base64(String text, String what) throws MalformedException {
    byte[] bytes = lenientBase64(text, what);
    if (!endsInZeroBits(text, bytes.length)) {
      throw new MalformedException(what + " is not canonical base64");
    }
    return bytes;
  }

  /** The same, and no matter which bits fill the last digit. */
  static byte[] lenientBase64(String text, String what) throws MalformedException {
    boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    try {
      return (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(what + " is not base64");
    }
  }

  /**
   * True where the bits that fill the last digit are zero (RFC 4648, 3.5). Decoders ignore them, so
   * without this check one value could be written in several ways.
   */
  static boolean endsInZeroBits(String text, int bytes) {
    int used = bytes % 3;
    if (used == 0) {
      return true;
    }
    int last = text.length() - 1;
    while (text.charAt(last) == '=') {
      last--;
    }
    return used == 1 ? "AQgw".indexOf(text.charAt(last)) >= 0 : isMultipleOfFour(text.charAt(last));
  }

  private static boolean isMultipleOfFour(char digit) {
    return "AEIMQUYcgkosw048".indexOf(digit) >= 0;
  }

  /** Non-empty text, or null where the field is absent, empty or something else. */
  static @Nullable String text(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }

  /** A 64-bit integer as protobuf's JSON mapping writes it: text or number; null where absent. */
  static @Nullable Long integer(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    try {
      return Long.valueOf(value.asText());
    } catch (NumberFormatException e) {
      throw new MalformedException(field + " is not an integer");
    }
  }
}
