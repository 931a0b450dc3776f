package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The versions of Sigstore's bundle format that npm serves. */
public enum BundleFormat {
  /** Has the log's signed entry timestamp only. */
  V0_1("application/vnd.dev.sigstore.bundle+json;version=0.1"),
  /** Has the inclusion proof, too. */
  V0_2("application/vnd.dev.sigstore.bundle+json;version=0.2"),
  /** Has a single certificate. */
  V0_3("application/vnd.dev.sigstore.bundle.v0.3+json");

  private final String mediaType;

  BundleFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  boolean hasProof() {
    return this != V0_1;
  }

  ObjectNode material(SignatureMaterial material) {
    if (material.keyHint() != null) {
      return Json.object("publicKey", Json.object("hint", material.keyHint()));
    }
    ObjectNode certificate = Json.object("rawBytes", Json.base64(material.encoded()));
    return this == V0_3
        ? Json.object("certificate", certificate)
        : Json.object("x509CertificateChain", Json.object("certificates", Json.array(certificate)));
  }
}
