package dev.whence.demo.sigstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Deterministic ECDSA: the signed bytes determine the nonce. */
final class EcKey implements SigningKey {

  /** The curves that Fulcio uses, each with its hash. */
  static final class Curve {
    static final Curve P256 =
        new Curve(
            "P-256",
            SECObjectIdentifiers.secp256r1,
            message -> Digests.sha256(message),
            "PKIX_ECDSA_P256_SHA_256",
            X9ObjectIdentifiers.ecdsa_with_SHA256);
    static final Curve P384 =
        new Curve(
            "P-384",
            SECObjectIdentifiers.secp384r1,
            message -> Digests.sha384(message),
            "PKIX_ECDSA_P384_SHA_384",
            X9ObjectIdentifiers.ecdsa_with_SHA384);

    private final ECNamedDomainParameters parameters;
    private final UnaryOperator<byte[]> hash;
    private final String details;
    private final ASN1ObjectIdentifier algorithm;
    private final Nonces nonces;

    /** BouncyCastle's custom curves are several times as fast as its general ones. */
    private Curve(
        String name,
        ASN1ObjectIdentifier id,
        UnaryOperator<byte[]> hash,
        String details,
        ASN1ObjectIdentifier algorithm) {
      this.parameters = new ECNamedDomainParameters(id, CustomNamedCurves.getByName(name));
      this.hash = hash;
      this.details = details;
      this.algorithm = algorithm;
      this.nonces = new Nonces(parameters);
    }
  }

  private final Curve curve;
  private final BigInteger secret;
  private final ECPublicKeyParameters publicKey;
  private final byte[] encoded;

  private EcKey(Curve curve, BigInteger secret) {
    this.curve = curve;
    this.secret = secret;
    this.publicKey =
        new ECPublicKeyParameters(
            new FixedPointCombMultiplier().multiply(curve.parameters.getG(), secret),
            curve.parameters);
    this.encoded = SigningKey.super.encoded();
  }

  /** The key that belongs to a label under a seed. */
  static EcKey of(Curve curve, String seed, String label) {
    BigInteger range = curve.parameters.getN().subtract(BigInteger.ONE);
    BigInteger secret = new BigInteger(1, Digests.derived(seed, label)).mod(range);
    return new EcKey(curve, secret.add(BigInteger.ONE));
  }

  @Override
  public byte[] sign(byte[] message) {
    BigInteger[] signature = curve.nonces.sign(curve.hash.apply(message), secret);
    try {
      return StandardDSAEncoding.INSTANCE.encode(
          curve.parameters.getN(), signature[0], signature[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] encoded() {
    return encoded.clone();
  }

  @Override
  public AsymmetricKeyParameter publicKey() {
    return publicKey;
  }

  @Override
  public String details() {
    return curve.details;
  }

  @Override
  public byte[] noteId(String origin) {
    return id();
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(curve.algorithm);
  }
}
