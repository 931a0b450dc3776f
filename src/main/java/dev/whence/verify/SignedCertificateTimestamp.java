package dev.whence.verify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.jspecify.annotations.Nullable;

/**
 * A signed certificate timestamp (RFC 6962, 3.2), version 1.
 *
 * @param logId SHA-256 of the log's public key
 * @param extensions as signed
 * @param signature DER
 */
record SignedCertificateTimestamp(byte[] logId, Instant time, byte[] extensions, byte[] signature) {

  private static final String OID = "1.3.6.1.4.1.11129.2.4.2";
  private static final int EXTENSIONS_TAG = 3;

  /** The timestamps in a certificate's own extension; none is possible. */
  static List<SignedCertificateTimestamp> embeddedIn(X509Certificate certificate) {
    byte @Nullable [] value = certificate.getExtensionValue(OID);
    if (value == null) {
      return List.of();
    }
    byte[] list =
        ASN1OctetString.getInstance(ASN1OctetString.getInstance(value).getOctets()).getOctets();
    ByteBuffer buffer = ByteBuffer.wrap(list);
    buffer.limit(2 + Short.toUnsignedInt(buffer.getShort()));
    List<SignedCertificateTimestamp> found = new ArrayList<>();
    while (buffer.hasRemaining()) {
      found.add(read(buffer.slice(buffer.position() + 2, Short.toUnsignedInt(buffer.getShort()))));
      buffer.position(buffer.position() + found.getLast().encodedLength());
    }
    return found;
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

  /** True where the log's key signed this timestamp for the certificate (RFC 6962, 3.2). */
  boolean isSignedBy(PublicKey log, X509Certificate certificate, X509Certificate issuer)
      throws IOException, CertificateEncodingException {
    byte[] precertificate = withoutTimestamps(certificate.getTBSCertificate());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(precertificate.length + 64);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(0);
    out.writeLong(time.toEpochMilli());
    out.writeShort(1);
    out.write(Crypto.sha256(issuer.getPublicKey().getEncoded()));
    out.writeByte(precertificate.length >>> 16);
    out.writeShort(precertificate.length);
    out.write(precertificate);
    out.writeShort(extensions.length);
    out.write(extensions);
    return Crypto.verifies(log, signature, bytes.toByteArray());
  }

  private static byte[] withoutTimestamps(byte[] tbs) throws IOException {
    ASN1EncodableVector fields = new ASN1EncodableVector();
    for (ASN1Encodable field : ASN1Sequence.getInstance(tbs)) {
      boolean isExtensions =
          field instanceof ASN1TaggedObject tagged && tagged.getTagNo() == EXTENSIONS_TAG;
      fields.add(isExtensions ? withoutTimestamps((ASN1TaggedObject) field) : field);
    }
    return new DERSequence(fields).getEncoded("DER");
  }

  private static DERTaggedObject withoutTimestamps(ASN1TaggedObject tagged) {
    ASN1EncodableVector kept = new ASN1EncodableVector();
    for (ASN1Encodable extension : ASN1Sequence.getInstance(tagged, true)) {
      ASN1Encodable id = ASN1Sequence.getInstance(extension).getObjectAt(0);
      if (!ASN1ObjectIdentifier.getInstance(id).getId().equals(OID)) {
        kept.add(extension);
      }
    }
    return new DERTaggedObject(true, EXTENSIONS_TAG, new DERSequence(kept));
  }
}
