package dev.whence.verify.crypto;

import dev.whence.provenance.bundle.Der;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed certificate timestamp (RFC 6962, 3.2), version 1.
 *
 * @param logId SHA-256 of the log's public key
 * @param extensions as signed
 * @param signature DER
 */
public record SignedCertificateTimestamp(
    byte[] logId, Instant time, byte[] extensions, byte[] signature) {

  private static final String OID = "1.3.6.1.4.1.11129.2.4.2";
  private static final int OCTET_STRING = 0x04;

  /** The timestamps in a certificate's own extension; there may be none. */
  public static List<SignedCertificateTimestamp> embeddedIn(X509Certificate certificate) {
    byte @Nullable [] value = certificate.getExtensionValue(OID);
    if (value == null) {
      return List.of();
    }
    ByteBuffer buffer = ByteBuffer.wrap(octets(octets(value)));
    buffer.limit(2 + Short.toUnsignedInt(buffer.getShort()));
    List<SignedCertificateTimestamp> found = new ArrayList<>();
    while (buffer.hasRemaining()) {
      found.add(read(buffer.slice(buffer.position() + 2, Short.toUnsignedInt(buffer.getShort()))));
      buffer.position(buffer.position() + found.getLast().encodedLength());
    }
    return found;
  }

  private static byte[] octets(byte[] der) {
    Der.@Nullable Value value = Der.Value.at(der, 0);
    if (value == null || value.tag() != OCTET_STRING || value.end() != der.length) {
      throw new IllegalArgumentException("the list of timestamps is not in an OCTET STRING");
    }
    return value.content();
  }

  private static SignedCertificateTimestamp read(ByteBuffer buffer) {
    if (buffer.get() != 0) {
      throw new IllegalArgumentException("unknown version of a signed certificate timestamp");
    }
    byte[] logId = new byte[32];
    buffer.get(logId);
    Instant time = Instant.ofEpochMilli(buffer.getLong());
    byte[] extensions = new byte[Short.toUnsignedInt(buffer.getShort())];
    buffer.get(extensions);
    int algorithms = Short.toUnsignedInt(buffer.getShort());
    if (algorithms != 0x0403) {
      throw new IllegalArgumentException("not ECDSA with SHA-256");
    }
    byte[] signature = new byte[Short.toUnsignedInt(buffer.getShort())];
    buffer.get(signature);
    if (buffer.hasRemaining()) {
      throw new IllegalArgumentException("bytes behind a signed certificate timestamp");
    }
    return new SignedCertificateTimestamp(logId, time, extensions, signature);
  }

  private int encodedLength() {
    return 1 + 32 + 8 + 2 + extensions.length + 2 + 2 + signature.length;
  }

  /**
   * True where the log's key signed this timestamp for the certificate (RFC 6962, 3.2).
   *
   * @param precertificate the certificate as the log saw it
   * @param issuerKeyHash SHA-256 of its issuer's public key
   */
  public boolean isSignedBy(PublicKey log, byte[] precertificate, byte[] issuerKeyHash) {
    byte[] head =
        ByteBuffer.allocate(1 + 1 + 8 + 2 + 32 + 3)
            .putShort((short) 0)
            .putLong(time.toEpochMilli())
            .putShort((short) 1)
            .put(issuerKeyHash)
            .put((byte) (precertificate.length >>> 16))
            .putShort((short) precertificate.length)
            .array();
    byte[] tail =
        ByteBuffer.allocate(2 + extensions.length)
            .putShort((short) extensions.length)
            .put(extensions)
            .array();
    return Crypto.verifies(log, signature, head, precertificate, tail);
  }
}
