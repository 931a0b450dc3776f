package dev.whence.demo.sigstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/** A certificate log: gives signed certificate timestamps for precertificates (RFC 6962, 3.2). */
final class CertificateLog {

  private static final int SHA256_WITH_ECDSA = 0x0403;
  private static final int VERSION_1 = 0;
  private static final int CERTIFICATE_TIMESTAMP = 0;
  private static final int PRECERTIFICATE_ENTRY = 1;

  private final EcKey key;

  CertificateLog(EcKey key) {
    this.key = key;
  }

  EcKey key() {
    return key;
  }

  /** The list with the one timestamp, as a certificate embeds it. */
  byte[] timestamp(byte[] toBeSigned, byte[] issuerKey, Instant time, Set<Fault> faults)
      throws IOException {
    byte[] logged = faults.contains(Fault.FORGED_SCT) ? new byte[toBeSigned.length] : toBeSigned;
    byte[] signature = key.sign(entry(logged, issuerKey, time));
    ByteArrayOutputStream sct = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(sct);
    out.writeByte(VERSION_1);
    out.write(key.id());
    out.writeLong(time.toEpochMilli());
    out.writeShort(0);
    out.writeShort(SHA256_WITH_ECDSA);
    out.writeShort(signature.length);
    out.write(signature);
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    DataOutputStream listed = new DataOutputStream(list);
    listed.writeShort(sct.size() + 2);
    listed.writeShort(sct.size());
    listed.write(sct.toByteArray());
    return list.toByteArray();
  }

  private static byte[] entry(byte[] toBeSigned, byte[] issuerKey, Instant time)
      throws IOException {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(entry);
    out.writeByte(VERSION_1);
    out.writeByte(CERTIFICATE_TIMESTAMP);
    out.writeLong(time.toEpochMilli());
    out.writeShort(PRECERTIFICATE_ENTRY);
    out.write(Digests.sha256(issuerKey));
    out.writeByte(toBeSigned.length >>> 16);
    out.writeShort(toBeSigned.length);
    out.write(toBeSigned);
    out.writeShort(0);
    return entry.toByteArray();
  }
}
