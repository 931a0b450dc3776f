package dev.whence.demo.sigstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON documents with their members in the given order. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** An object from names and values in turn; a member whose value is null is left out. */
  static ObjectNode object(@Nullable Object... members) {
    ObjectNode object = MAPPER.createObjectNode();
    for (int i = 0; i < members.length; i += 2) {
      if (members[i + 1] != null) {
        object.set(String.valueOf(members[i]), MAPPER.<JsonNode>valueToTree(members[i + 1]));
      }
    }
    return object;
  }

  static ArrayNode array(JsonNode... items) {
    return MAPPER.createArrayNode().addAll(Arrays.asList(items));
  }

  static ArrayNode array(List<? extends JsonNode> items) {
    return MAPPER.createArrayNode().addAll(items);
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** A SHA-256 as Rekor v1 writes it. */
  static ObjectNode sha256(byte[] content) {
    return object(
        "algorithm", "sha256", "value", HexFormat.of().formatHex(Digests.sha256(content)));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
