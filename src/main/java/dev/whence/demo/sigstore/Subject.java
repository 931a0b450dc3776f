package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Sha512;

/** The package version that an attestation is about, and its file's digest. */
public record Subject(PackageName name, String version, Sha512 digest) {

  String purl() {
    return "pkg:npm/" + name.value().replace("@", "%40") + "@" + version;
  }

  /** The same version of another file. */
  Subject withOtherDigest() {
    return new Subject(name, version, Sha512.of(Digests.sha512(digest.bytes())));
  }

  ObjectNode statement(String type, String predicateType, ObjectNode predicate) {
    return Json.object(
        "_type",
        type,
        "subject",
        Json.array(Json.object("name", purl(), "digest", Json.object("sha512", digest.hex()))),
        "predicateType",
        predicateType,
        "predicate",
        predicate);
  }
}
