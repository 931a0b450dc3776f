package dev.whence.demo.sigstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A private key that signs deterministically, so that the same seed gives the same bytes. */
sealed interface SigningKey permits EcKey, Ed25519Key {

  /** The signature over the message, hashed as the key's kind demands. */
  byte[] sign(byte[] message);

  AsymmetricKeyParameter publicKey();

  /** Sigstore's name of key and hash together (protobuf-specs, PublicKeyDetails). */
  String details();

  /** The first bytes of a signed note's signature and, whole, the log's id (C2SP signed-note). */
  byte[] noteId(String origin);

  /** How certificates name the signature. */
  AlgorithmIdentifier algorithm();

  default SubjectPublicKeyInfo info() {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** DER of SubjectPublicKeyInfo. */
  default byte[] encoded() {
    try {
      return info().getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the public key: the id of certificate logs and of Rekor v1. */
  default byte[] id() {
    return Digests.sha256(encoded());
  }
}
