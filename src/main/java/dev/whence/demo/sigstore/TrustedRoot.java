package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes Sigstore's trusted_root.json (protobuf-specs, sigstore_trustroot.proto). */
final class TrustedRoot {

  private TrustedRoot() {}

  static ObjectNode of(
      List<ObjectNode> logs,
      List<ObjectNode> authorities,
      ObjectNode certificateLog,
      ObjectNode timestampAuthority) {
    return Json.object(
        "mediaType",
        "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
        "tlogs",
        Json.array(logs),
        "certificateAuthorities",
        Json.array(authorities),
        "ctlogs",
        Json.array(certificateLog),
        "timestampAuthorities",
        Json.array(timestampAuthority));
  }

  static ObjectNode log(String url, SigningKey key, byte[] id, Instant since) {
    return Json.object(
        "baseUrl",
        url,
        "hashAlgorithm",
        "SHA2_256",
        "publicKey",
        Json.object(
            "rawBytes",
            Json.base64(key.encoded()),
            "keyDetails",
            key.details(),
            "validFor",
            NpmKey.validFor(since, null)),
        "logId",
        Json.object("keyId", Json.base64(id)));
  }

  static ObjectNode authority(
      String url, String name, List<byte[]> chain, Instant from, @Nullable Instant until) {
    List<ObjectNode> certificates =
        chain.stream().map(der -> Json.object("rawBytes", Json.base64(der))).toList();
    return Json.object(
        "subject",
        Json.object("organization", "generated.example", "commonName", name),
        "uri",
        url,
        "certChain",
        Json.object("certificates", Json.array(certificates)),
        "validFor",
        NpmKey.validFor(from, until));
  }
}
