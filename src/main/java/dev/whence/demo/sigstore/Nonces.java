package dev.whence.demo.sigstore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * ECDSA's nonces for one curve, computed once. Then a signature needs only two multiplications, so
 * that a registry of a million packages can be signed in minutes.
 *
 * <p>A nonce that is used twice reveals the private key. That does not matter here: a public seed
 * determines these keys.
 */
final class Nonces {

  private static final int COUNT = 256;

  /** {@code r} is the signature's first half. */
  private record Nonce(BigInteger r, BigInteger inverse) {}

  private final BigInteger order;
  private final List<Nonce> nonces = new ArrayList<>(COUNT);

  Nonces(ECDomainParameters curve) {
    this.order = curve.getN();
    FixedPointCombMultiplier multiplier = new FixedPointCombMultiplier();
    for (int i = 0; i < COUNT; i++) {
      BigInteger secret =
          new BigInteger(1, Digests.derived("nonce", Integer.toString(i))).mod(order);
      ECPoint point = multiplier.multiply(curve.getG(), secret).normalize();
      nonces.add(
          new Nonce(point.getAffineXCoord().toBigInteger().mod(order), secret.modInverse(order)));
    }
  }

  /** The signature (r, s) of a key over a hash as long as the curve's order (SEC 1, 4.1.3). */
  BigInteger[] sign(byte[] hash, BigInteger key) {
    Nonce nonce = nonces.get(hash[0] & 0xff);
    BigInteger s =
        new BigInteger(1, hash).add(nonce.r.multiply(key)).multiply(nonce.inverse).mod(order);
    return new BigInteger[] {nonce.r, s};
  }
}
