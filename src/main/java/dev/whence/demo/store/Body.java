package dev.whence.demo.store;

import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A body as it is sent: compressed once, with its entity tag.
 *
 * @param etag with its quotation marks, always {@link #ETAG_LENGTH} characters long
 */
public record Body(String etag, byte[] gzip) {

  static final int ETAG_LENGTH = 34;

  /** Writes a body. */
  public interface Writing {
    /** Writes it as it is before compression. */
    void to(OutputStream out) throws IOException;
  }

  /** Compresses what is written. */
  public static Body written(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 8_192)) {
      writing.to(gzip);
    }
    byte[] gzip = bytes.toByteArray();
    return new Body('"' + Hashing.murmur3_128().hashBytes(gzip).toString() + '"', gzip);
  }
}
