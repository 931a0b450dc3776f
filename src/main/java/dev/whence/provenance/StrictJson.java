package dev.whence.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON from outside: limited in size and depth, no duplicate key, nothing after its end. An
 * optional member may be {@code null}. A member of the wrong type is refused, and never counts as
 * absent.
 */
public final class StrictJson {

  /** Real attestation responses are below 100 KB; this leaves room and bounds memory. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  /** Real statements nest about ten deep. */
  private static final int MAX_DEPTH = 64;

  /** The known names are shorter. */
  private static final int MAX_SHOWN = 60;

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
  public static JsonNode object(byte[] bytes, String what) throws MalformedException {
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

  /** The first item of an array of objects; an empty object without one. */
  public static JsonNode firstOrEmpty(JsonNode listed, String what) throws MalformedException {
    JsonNode first = listed.path(0);
    if (!first.isMissingNode() && !first.isObject()) {
      throw new MalformedException(what + " has an item that is not an object");
    }
    return first;
  }

  /** Throws unless {@code node} is an object with these members only. */
  public static void requireMembers(JsonNode node, String what, Set<String> known)
      throws MalformedException {
    @Nullable String other = otherMember(node, what, known);
    if (other != null) {
      throw new MalformedException(what + " has no member " + other);
    }
  }

  /**
   * The first member of an object that is not one of these, cut for messages; null if there is
   * none. Throws if {@code node} is not an object.
   */
  public static @Nullable String otherMember(JsonNode node, String what, Set<String> known)
      throws MalformedException {
    if (!node.isObject()) {
      throw new MalformedException(what + " is missing or not an object");
    }
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!known.contains(name)) {
        return shown(name);
      }
    }
    return null;
  }

  private static String shown(String name) {
    return name.length() > MAX_SHOWN ? name.substring(0, MAX_SHOWN) + "…" : name;
  }

  /** The one of these members that is present; throws if none is, or more than one. */
  public static String oneOf(JsonNode parent, String... fields) throws MalformedException {
    @Nullable String found = null;
    for (String field : fields) {
      if (parent.hasNonNull(field)) {
        if (found != null) {
          throw new MalformedException("there is both " + found + " and " + field);
        }
        found = field;
      }
    }
    if (found == null) {
      throw new MalformedException("there is none of " + String.join(", ", fields));
    }
    return found;
  }

  /** An object; null where absent. */
  public static @Nullable JsonNode optionalObject(JsonNode parent, String field)
      throws MalformedException {
    return parent.hasNonNull(field) ? requiredObject(parent, field) : null;
  }

  /** An object; an empty one where absent. */
  public static JsonNode objectOrEmpty(JsonNode parent, String field) throws MalformedException {
    return parent.hasNonNull(field) ? requiredObject(parent, field) : MissingNode.getInstance();
  }

  /** The items of an array of at most {@code most}; none where absent. */
  public static JsonNode array(JsonNode parent, String field, int most) throws MalformedException {
    if (!parent.hasNonNull(field)) {
      return MissingNode.getInstance();
    }
    JsonNode listed = requiredArray(parent, field);
    if (listed.size() > most) {
      throw new MalformedException(field + " has more than " + most + " items");
    }
    return listed;
  }

  public static JsonNode requiredObject(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (!value.isObject()) {
      throw new MalformedException(field + " is missing or not an object");
    }
    return value;
  }

  public static JsonNode requiredArray(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (!value.isArray()) {
      throw new MalformedException(field + " is missing or not an array");
    }
    return value;
  }

  public static String requiredText(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new MalformedException(field + " is missing or not text");
    }
    return value.textValue();
  }

  public static byte[] requiredBytes(JsonNode parent, String field) throws MalformedException {
    byte @Nullable [] bytes = bytes(parent, field);
    if (bytes == null || bytes.length == 0) {
      throw new MalformedException(field + " is missing or empty");
    }
    return bytes;
  }

  /** Base64 of either alphabet, as protobuf's JSON mapping allows; null where absent. */
  public static byte @Nullable [] bytes(JsonNode parent, String field) throws MalformedException {
    @Nullable String text = text(parent, field);
    return text == null ? null : base64(text, field);
  }

  public static byte[] base64(String text, String what) throws MalformedException {
    byte[] bytes = lenientBase64(text, what);
    if (!endsInZeroBits(text, bytes.length)) {
      throw new MalformedException(what + " is not canonical base64");
    }
    return bytes;
  }

  /** The same, with any bits in the rest of the last digit. */
  public static byte[] lenientBase64(String text, String what) throws MalformedException {
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
  public static boolean endsInZeroBits(String text, int bytes) {
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

  /** Non-empty text; null where absent or empty. */
  public static @Nullable String text(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new MalformedException(field + " is not text");
    }
    return value.textValue().isEmpty() ? null : value.textValue();
  }

  /** The same for members without a defined type: also null for values that are not text. */
  public static @Nullable String anyText(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }

  /**
   * A 64-bit integer that is not negative, as protobuf's JSON mapping writes it: digits as text, or
   * a number; 0 where absent.
   */
  public static long number(JsonNode parent, String field) throws MalformedException {
    JsonNode value = parent.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    long number =
        value.isTextual()
            ? digits(value.textValue())
            : value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : -1;
    if (number < 0) {
      throw new MalformedException(field + " is not an integer from 0 on");
    }
    return number;
  }

  /** Negative if the text is not a number in its usual form. */
  private static long digits(String text) {
    try {
      long number = Long.parseLong(text);
      return Long.toString(number).equals(text) ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
