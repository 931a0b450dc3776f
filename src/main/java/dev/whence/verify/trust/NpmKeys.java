package dev.whence.verify.trust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.StrictJson;
import dev.whence.verify.crypto.Crypto;
import dev.whence.verify.crypto.Validity;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * npm's public keys, from the registry's {@code /-/npm/v1/keys} or from the {@code keys.json}
 * target in Sigstore's TUF repository, which lists each key once for each usage.
 */
public final class NpmKeys {

  /** What npm uses a key for. */
  public enum Usage {
    ATTESTATIONS,
    SIGNATURES
  }

  /**
   * One key.
   *
   * @param usage absent if the document does not say: then for both
   */
  public record Key(String id, @Nullable Usage usage, PublicKey key, Validity validity) {}

  /** What the registry calls ECDSA on P-256 with SHA-256. */
  private static final String REGISTRY_KIND = "ecdsa-sha2-nistp256";

  private static final int REGISTRY_BITS = 256;

  private static final Map<String, Usage> USAGES =
      Map.of("npm:attestations", Usage.ATTESTATIONS, "npm:signatures", Usage.SIGNATURES);

  private final List<Key> keys;

  private NpmKeys(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Reads either document. */
  static NpmKeys parse(byte[] json) throws TrustException {
    try {
      JsonNode listed = StrictJson.requiredArray(StrictJson.object(json, "the document"), "keys");
      List<Key> keys = new ArrayList<>();
      for (int i = 0; i < listed.size(); i++) {
        key(listed.get(i), "keys[" + i + "]").ifPresent(keys::add);
      }
      if (keys.isEmpty()) {
        throw new TrustException("npm's keys: the document lists no key");
      }
      requireOneKeyPerId(keys);
      return new NpmKeys(keys);
    } catch (MalformedException e) {
      throw new TrustException("npm's keys cannot be read: " + e.getMessage(), e);
    }
  }

  /** Empty for a key for another purpose. */
  private static Optional<Key> key(JsonNode node, String place) throws MalformedException {
    if (StrictJson.oneOf(node, "publicKey", "key").equals("key")) {
      return Optional.of(registryKey(node, place));
    }
    @Nullable Usage usage = USAGES.get(StrictJson.requiredText(node, "keyUsage"));
    if (usage == null) {
      return Optional.empty();
    }
    TrustedKey key = TrustedKey.read(node, place);
    return Optional.of(
        new Key(StrictJson.requiredText(node, "keyId"), usage, key.key(), key.validity()));
  }

  /** The registry does not state the start of a key's validity. It must state the end, or null. */
  private static Key registryKey(JsonNode node, String place) throws MalformedException {
    for (String kind : List.of("keytype", "scheme")) {
      if (!StrictJson.requiredText(node, kind).equals(REGISTRY_KIND)) {
        throw new MalformedException(place + "." + kind + " is not " + REGISTRY_KIND);
      }
    }
    if (!node.has("expires")) {
      throw new MalformedException(place + ".expires is missing");
    }
    @Nullable String expires = StrictJson.text(node, "expires");
    try {
      PublicKey key = Crypto.publicKey(StrictJson.requiredBytes(node, "key"));
      if (!TrustedKey.isEc(key, REGISTRY_BITS)) {
        throw new MalformedException(place + ".key is not " + REGISTRY_KIND);
      }
      return new Key(
          StrictJson.requiredText(node, "keyid"),
          null,
          key,
          new Validity(null, expires == null ? null : Instant.parse(expires)));
    } catch (GeneralSecurityException e) {
      throw new MalformedException(place + ".key is no key that we can read");
    } catch (DateTimeParseException e) {
      throw new MalformedException(place + ".expires is not a time");
    }
  }

  /** With one id for two keys, their order would decide which one counts. */
  private static void requireOneKeyPerId(List<Key> keys) throws MalformedException {
    Map<String, PublicKey> known = new HashMap<>();
    for (Key key : keys) {
      @Nullable PublicKey other = known.putIfAbsent(key.id(), key.key());
      if (other != null && !other.equals(key.key())) {
        throw new MalformedException("two keys have the id " + Quoted.shown(key.id()));
      }
    }
  }

  /**
   * The key with this id for this usage.
   *
   * @param time prefers the one that was valid then, if several have the id
   */
  public Optional<Key> find(String id, Usage usage, @Nullable Instant time) {
    List<Key> found =
        keys.stream()
            .filter(key -> key.id().equals(id) && (key.usage() == null || key.usage() == usage))
            .toList();
    return found.stream()
        .filter(key -> time != null && key.validity().contains(time))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }
}
