package dev.whence.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import dev.whence.verify.ExpectedVersion;
import dev.whence.verify.TrustException;
import dev.whence.verify.TrustMaterial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Recorded versions and trust material in the verifier's words. */
public final class RecordedVersions {

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

  /** The public-good trusted root of 2025-09 with npm's keys. */
  public static TrustMaterial publicGood() {
    return trust("trusted_root.json", "trust/sigstore-tuf-seeds/5.0.1/npm_keys.json");
  }

  public static TrustMaterial trust(String root, String keys) {
    try {
      return TrustMaterial.parse(
          Recording.bytes(root),
          Recording.bytes(keys),
          root,
          Instant.parse("2026-01-01T00:00:00Z"));
    } catch (TrustException e) {
      throw new AssertionError(e);
    }
  }
}
