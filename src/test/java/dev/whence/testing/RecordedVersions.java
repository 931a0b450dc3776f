package dev.whence.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustConfirmation;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Recorded versions and trust material in the verifier's words. */
public final class RecordedVersions {

  /** When the recorded TUF repository was current, and everything recorded had been signed. */
  private static final Instant CONFIRMED = Instant.parse("2026-08-28T00:00:00Z");

  private RecordedVersions() {}

  /** What the recorded packument says of a version. */
  public static ExpectedVersion expected(String name, String version) {
    JsonNode packument = Recording.packument(name);
    JsonNode dist = packument.path("versions").path(version).path("dist");
    List<RegistrySignature> signatures = new ArrayList<>();
    for (JsonNode signature : dist.path("signatures")) {
      signatures.add(
          new RegistrySignature(signature.path("keyid").asText(), signature.path("sig").asText()));
    }
    JsonNode time = packument.path("time").path(version);
    return new ExpectedVersion(
        new PackageName(name),
        version,
        dist.path("integrity").asText(null),
        signatures,
        time.isTextual() ? Instant.parse(time.asText()) : null);
  }

  /** What an index row says that its attestation must be about; nothing where it says nothing. */
  public static ExpectedVersion expected(java.util.Map<String, String> row) {
    String name = row.getOrDefault("package", "");
    String version = row.getOrDefault("version", "");
    if (name.isEmpty()) {
      return new ExpectedVersion(null, null, null, List.of(), null);
    }
    return Recording.isRecorded(name)
        ? expected(name, version)
        : new ExpectedVersion(new PackageName(name), version, null, List.of(), null);
  }

  /** The public-good trusted root of 2025-09 with npm's keys. */
  public static TrustMaterial publicGood() {
    return trust("trusted_root.json", "trust/sigstore-tuf-seeds/5.0.1/npm_keys.json");
  }

  /** The staging instance's trusted root, with its Rekor v2 logs. */
  public static TrustMaterial staging() {
    return trust(
        "conformance/bundle-verify/rekor2-dsse-happy-path/trusted_root.json",
        "trust/sigstore-tuf-seeds/5.0.1/npm_keys.json");
  }

  /** The root of GitHub's own instance for private repositories: the second of two, one a line. */
  public static TrustMaterial github() {
    byte[] second =
        new String(
                Recording.bytes("other/github/private-no-tlog-trusted_root.jsonl"),
                java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .toList()
            .get(1)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return trust(
        "other/github/private-no-tlog-trusted_root.jsonl",
        second,
        Recording.bytes("trust/sigstore-tuf-seeds/5.0.1/npm_keys.json"));
  }

  public static TrustMaterial trust(String root, String keys) {
    return trust(root, Recording.bytes(root), Recording.bytes(keys));
  }

  private static TrustMaterial trust(String root, byte[] rootBytes, byte[] keysBytes) {
    try {
      return TrustMaterial.parse(
          rootBytes, keysBytes, root, CONFIRMED, TrustConfirmation.both(CONFIRMED));
    } catch (TrustException e) {
      throw new AssertionError(e);
    }
  }
}
