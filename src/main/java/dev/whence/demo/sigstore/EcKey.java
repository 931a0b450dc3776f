package dev.whence.demo.sigstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** ECDSA with the nonce of RFC 6979: deterministic. */
final class EcKey implements SigningKey {

  /** The curves that Fulcio uses, each with its hash. */
  enum Curve {
    P256,
    P384
  }

  private static final ECNamedDomainParameters P256 =
      parameters("P-256", SECObjectIdentifiers.secp256r1);
  private static final ECNamedDomainParameters P384 =
      parameters("P-384", SECObjectIdentifiers.secp384r1);

  private final Curve curve;
  private final ECPrivateKeyParameters privateKey;
  private final ECPublicKeyParameters publicKey;

  private EcKey(Curve curve, BigInteger secret) {
    this.curve = curve;
    ECNamedDomainParameters parameters = parameters(curve);
    this.privateKey = new ECPrivateKeyParameters(secret, parameters);
    this.publicKey =
        new ECPublicKeyParameters(
            new FixedPointCombMultiplier().multiply(parameters.getG(), secret), parameters);
  }

  /** BouncyCastle's custom curves are several times as fast as its general ones. */
  private static ECNamedDomainParameters parameters(String name, ASN1ObjectIdentifier id) {
    return new ECNamedDomainParameters(id, CustomNamedCurves.getByName(name));
  }

  private static ECNamedDomainParameters parameters(Curve curve) {
    return curve == Curve.P256 ? P256 : P384;
  }

  /** The key that belongs to a label under a seed. */
  static EcKey of(Curve curve, String seed, String label) {
    BigInteger range = parameters(curve).getN().subtract(BigInteger.ONE);
    BigInteger secret = new BigInteger(1, Digests.derived(seed, label)).mod(range);
    return new EcKey(curve, secret.add(BigInteger.ONE));
  }

  @Override
  public byte[] sign(byte[] message) {
    boolean small = curve == Curve.P256;
    ECDSASigner signer =
        new ECDSASigner(new HMacDSAKCalculator(small ? new SHA256Digest() : new SHA384Digest()));
    signer.init(true, privateKey);
    BigInteger[] signature =
        signer.generateSignature(small ? Digests.sha256(message) : Digests.sha384(message));
    try {
      return StandardDSAEncoding.INSTANCE.encode(
          parameters(curve).getN(), signature[0], signature[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public AsymmetricKeyParameter publicKey() {
    return publicKey;
  }

  @Override
  public String details() {
    return curve == Curve.P256 ? "PKIX_ECDSA_P256_SHA_256" : "PKIX_ECDSA_P384_SHA_384";
  }

  @Override
  public byte[] noteId(String origin) {
    return id();
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(
        curve == Curve.P256
            ? X9ObjectIdentifiers.ecdsa_with_SHA256
            : X9ObjectIdentifiers.ecdsa_with_SHA384);
  }
}
