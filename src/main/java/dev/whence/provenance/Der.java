package dev.whence.provenance;

import org.jspecify.annotations.Nullable;

/** Looks at DER from outside before a recursive parser does. */
final class Der {

  /** Certificates and timestamps nest about ten deep. */
  private static final int MAX_DEPTH = 32;

  /** Real timestamps and certificates are below 10 KB. */
  private static final int MAX_BYTES = 64 * 1024;

  private Der() {}

  /**
   * Throws unless the bytes are small, and values of definite length nested no deeper than a
   * recursive parser bears (X.690, 10.1: DER knows no indefinite length).
   */
  static byte[] requireShallow(byte[] der, String what) throws MalformedException {
    if (der.length > MAX_BYTES) {
      throw new MalformedException(what + " is larger than " + MAX_BYTES + " bytes");
    }
    int[] ends = new int[MAX_DEPTH];
    int depth = 0;
    ends[0] = der.length;
    int at = 0;
    while (at < der.length) {
      while (depth > 0 && at == ends[depth]) {
        depth--;
      }
      Head head = Head.at(der, at);
      if (head == null || head.end() > ends[depth]) {
        throw new MalformedException(what + " is not DER");
      }
      if (head.constructed() && head.length() > 0) {
        if (++depth == MAX_DEPTH) {
          throw new MalformedException(what + " nests deeper than " + MAX_DEPTH + " values");
        }
        ends[depth] = head.end();
      }
      at = head.constructed() ? head.start() : head.end();
    }
    return der;
  }

  /** Tag and length of a value (X.690, 8.1.2 and 8.1.3). */
  private record Head(boolean constructed, int start, int length) {

    int end() {
      return start + length;
    }

    /** Null where there is none, or where its length is indefinite or beyond our bounds. */
    static @Nullable Head at(byte[] der, int at) {
      int next = at + 1;
      if ((der[at] & 0x1f) == 0x1f) {
        while (next < der.length && (der[next] & 0x80) != 0) {
          next++;
        }
        next++;
      }
      if (next >= der.length) {
        return null;
      }
      boolean constructed = (der[at] & 0x20) != 0;
      int octets = der[next] & 0x7f;
      if ((der[next] & 0x80) == 0) {
        return new Head(constructed, next + 1, octets);
      }
      int start = next + 1 + octets;
      if (octets == 0 || octets > 3 || start > der.length) {
        return null;
      }
      int length = 0;
      for (int i = next + 1; i < start; i++) {
        length = (length << 8) | (der[i] & 0xff);
      }
      return new Head(constructed, start, length);
    }
  }
}
