package dev.whence.verify.crypto;

import dev.whence.provenance.bundle.Der;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as a certificate transparency log saw it: its signed part without the log's own
 * timestamps, every other byte unchanged (RFC 6962, 3.2).
 */
public final class Precertificate {

  private static final int SEQUENCE = 0x30;
  private static final int EXTENSIONS = 0xa3;

  /** 1.3.6.1.4.1.11129.2.4.2 */
  private static final byte[] TIMESTAMPS = {
    0x2b, 0x06, 0x01, 0x04, 0x01, (byte) 0xd6, 0x79, 0x02, 0x04, 0x02
  };

  private Precertificate() {}

  /** Throws {@link IllegalArgumentException} for bytes that are not a certificate. */
  public static byte[] of(X509Certificate certificate) throws CertificateEncodingException {
    byte[] tbs = certificate.getTBSCertificate();
    Der.Value whole = required(Der.Value.at(tbs, 0), SEQUENCE);
    Der.Value tagged = extensions(whole);
    Der.Value list = required(tagged.inner(tagged.start()), SEQUENCE);
    byte[] kept = value(EXTENSIONS, value(SEQUENCE, withoutTimestamps(list)));
    byte[] before = Arrays.copyOfRange(tbs, whole.start(), tagged.at());
    byte[] after = Arrays.copyOfRange(tbs, tagged.end(), whole.end());
    return value(SEQUENCE, before, kept, after);
  }

  private static Der.Value extensions(Der.Value whole) {
    Der.@Nullable Value field = whole.inner(whole.start());
    while (field != null && field.tag() != EXTENSIONS) {
      field = whole.inner(field.end());
    }
    return required(field, EXTENSIONS);
  }

  private static byte[] withoutTimestamps(Der.Value list) {
    ByteBuffer kept = ByteBuffer.allocate(list.length());
    int at = list.start();
    while (at < list.end()) {
      Der.Value extension = required(list.inner(at), SEQUENCE);
      Der.@Nullable Value id = extension.inner(extension.start());
      if (id == null || !id.contains(TIMESTAMPS)) {
        kept.put(list.der(), extension.at(), extension.end() - extension.at());
      }
      at = extension.end();
    }
    return Arrays.copyOf(kept.array(), kept.position());
  }

  private static byte[] value(int tag, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    int octets = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
    ByteBuffer value = ByteBuffer.allocate(2 + octets + length).put((byte) tag);
    value.put((byte) (octets == 0 ? length : 0x80 | octets));
    for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
      value.put((byte) (length >>> shift));
    }
    for (byte[] part : parts) {
      value.put(part);
    }
    return value.array();
  }

  private static Der.Value required(Der.@Nullable Value value, int tag) {
    if (value == null || value.tag() != tag) {
      throw new IllegalArgumentException("not the inside of a certificate");
    }
    return value;
  }
}
