package dev.whence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * npm's public keys, from the registry's {@code /-/npm/v1/keys} or from the {@code keys.json}
 * target in Sigstore's TUF repository, which lists each key once for each usage.
 */
final class NpmKeys {

  /** What npm uses a key for. */
  enum Usage {
    ATTESTATIONS,
    SIGNATURES
  }

  /**
   * One key.
   *
   * @param usage absent where the document does not say: then for both
   */
  record Key(String id, @Nullable Usage usage, PublicKey key, Validity validity) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Map<String, Usage> USAGES =
      Map.of("npm:attestations", Usage.ATTESTATIONS, "npm:signatures", Usage.SIGNATURES);

  private final List<Key> keys;

  private NpmKeys(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Reads either document. */
  static NpmKeys parse(byte[] json) throws TrustException {
    try {
      List<Key> keys = new ArrayList<>();
      for (JsonNode node : MAPPER.readTree(json).path("keys")) {
        if (!node.has("publicKey")) {
          keys.add(registryKey(node));
        } else if (isForUs(node)) {
          keys.add(tufKey(node));
        }
      }
      if (keys.isEmpty()) {
        throw new TrustException("npm's keys: the document lists no key");
      }
      return new NpmKeys(keys);
    } catch (IOException
        | GeneralSecurityException
        | DateTimeException
        | IllegalArgumentException e) {
      throw new TrustException("npm's keys cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The key with this id for this usage.
   *
   * @param time prefers the one that was valid then, where several have the id
   */
  Optional<Key> find(String id, Usage usage, @Nullable Instant time) {
    List<Key> found =
        keys.stream()
            .filter(key -> key.id().equals(id) && (key.usage() == null || key.usage() == usage))
            .toList();
    return found.stream()
        .filter(key -> time != null && key.validity().contains(time))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static Key tufKey(JsonNode node) throws GeneralSecurityException {
    JsonNode publicKey = node.path("publicKey");
    JsonNode valid = publicKey.path("validFor");
    return new Key(
        node.path("keyId").asText(),
        USAGES.get(node.path("keyUsage").asText()),
        Crypto.publicKey(Base64.getDecoder().decode(publicKey.path("rawBytes").asText())),
        new Validity(time(valid.path("start")), time(valid.path("end"))));
  }

  private static Key registryKey(JsonNode node) throws GeneralSecurityException {
    return new Key(
        node.path("keyid").asText(),
        null,
        Crypto.publicKey(Base64.getDecoder().decode(node.path("key").asText())),
        new Validity(null, time(node.path("expires"))));
  }

  /** A usage that we do not know is none of ours. */
  private static boolean isForUs(JsonNode node) {
    return USAGES.containsKey(node.path("keyUsage").asText());
  }

  private static @Nullable Instant time(JsonNode node) {
    return node.isTextual() ? Instant.parse(node.textValue()) : null;
  }
}
