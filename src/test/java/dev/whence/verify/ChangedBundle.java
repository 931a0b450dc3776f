package dev.whence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.Recording;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustMaterial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A real bundle to change in one place. */
final class ChangedBundle {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode bundle;

  private ChangedBundle(ObjectNode bundle) {
    this.bundle = bundle;
  }

  /** A bundle in a file of its own, or the n-th of an attestation response. */
  static ChangedBundle of(String file, int index) {
    try {
      JsonNode node = MAPPER.readTree(Recording.bytes(file));
      JsonNode bundle =
          node.has("attestations") ? node.at("/attestations/" + index + "/bundle") : node;
      return new ChangedBundle(bundle.deepCopy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode json() {
    return bundle;
  }

  ObjectNode at(String pointer) {
    return (ObjectNode) bundle.at(pointer);
  }

  ObjectNode entry() {
    return at("/verificationMaterial/tlogEntries/0");
  }

  byte[] bytes() {
    return bundle.toString().getBytes(StandardCharsets.UTF_8);
  }

  AttestationWithVerdict verify(TrustMaterial trust) {
    return Verified.item(
        bytes(), 0, trust, new ExpectedVersion(null, null, null, java.util.List.of(), null));
  }
}
