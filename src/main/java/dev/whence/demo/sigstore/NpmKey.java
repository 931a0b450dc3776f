package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of npm's keys, for registry signatures and publish attestations.
 *
 * @param until absent for the key in use
 */
record NpmKey(EcKey key, Instant from, @Nullable Instant until) {

  String id() {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(key.id());
  }

  boolean isUsedAt(Instant time) {
    return until == null || time.isBefore(until);
  }

  /** As the registry's keys endpoint has it. */
  ObjectNode registryJson() {
    ObjectNode json =
        Json.object(
            "expires",
            until == null ? null : until.toString(),
            "keyid",
            id(),
            "keytype",
            "ecdsa-sha2-nistp256",
            "scheme",
            "ecdsa-sha2-nistp256",
            "key",
            Json.base64(key.encoded()));
    if (until == null) {
      json.putNull("expires");
    }
    return json;
  }

  /** As npm's target in Sigstore's TUF repository has it: once for each usage. */
  List<ObjectNode> tufJson() {
    return List.of(tufJson("npm:signatures"), tufJson("npm:attestations"));
  }

  private ObjectNode tufJson(String usage) {
    return Json.object(
        "keyId",
        id(),
        "keyUsage",
        usage,
        "publicKey",
        Json.object(
            "rawBytes",
            Json.base64(key.encoded()),
            "keyDetails",
            key.details(),
            "validFor",
            validFor(from, until)));
  }

  static ObjectNode validFor(Instant from, @Nullable Instant until) {
    return Json.object("start", from.toString(), "end", until == null ? null : until.toString());
  }
}
