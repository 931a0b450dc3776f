package dev.whence.demo.sigstore;

import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519, as logs of Rekor v2 use it. */
final class Ed25519Key implements SigningKey {

  /** The signature type of Ed25519 in a signed note's key id. */
  private static final byte NOTE_TYPE = 1;

  private final Ed25519PrivateKeyParameters privateKey;
  private final Ed25519PublicKeyParameters publicKey;

  private Ed25519Key(byte[] secret) {
    this.privateKey = new Ed25519PrivateKeyParameters(secret, 0);
    this.publicKey = privateKey.generatePublicKey();
  }

  static Ed25519Key of(String seed, String label) {
    return new Ed25519Key(Digests.derived(seed, label));
  }

  @Override
  public byte[] sign(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, privateKey);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  @Override
  public AsymmetricKeyParameter publicKey() {
    return publicKey;
  }

  @Override
  public String details() {
    return "PKIX_ED25519";
  }

  @Override
  public byte[] noteId(String origin) {
    return Digests.sha256(
        Digests.utf8(origin), new byte[] {'\n', NOTE_TYPE}, publicKey.getEncoded());
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
  }
}
