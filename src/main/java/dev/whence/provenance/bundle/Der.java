package dev.whence.provenance.bundle;

import dev.whence.provenance.MalformedException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a part of DER: before a recursive parser does, and where only one value is needed. */
public final class Der {

  /** Certificates and timestamps nest about ten deep. */
  private static final int MAX_DEPTH = 32;

  /** Real timestamps and certificates are below 10 KB. */
  private static final int MAX_BYTES = 64 * 1024;

  private Der() {}

  /**
   * Throws unless the bytes are small, and values of definite length not nested too deep for a
   * recursive parser (X.690, 10.1: DER knows no indefinite length).
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
      @Nullable Value head = Value.at(der, at);
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

  /**
   * Tag and length of a value (X.690, 8.1.2 and 8.1.3).
   *
   * @param at where its tag stands
   * @param start where its content begins
   * @param length of its content in bytes
   */
  public record Value(byte[] der, int at, int start, int length) {

    /** Where the next value stands. */
    public int end() {
      return start + length;
    }

    /** The first octet of the tag. */
    public int tag() {
      return der[at] & 0xff;
    }

    boolean constructed() {
      return (der[at] & 0x20) != 0;
    }

    /** The bytes of the content. */
    public byte[] content() {
      return Arrays.copyOfRange(der, start, end());
    }

    /** True where the content is just these bytes. */
    public boolean contains(byte[] bytes) {
      return Arrays.equals(der, start, end(), bytes, 0, bytes.length);
    }

    /** The value within this one that begins at the offset; null where this one ends before. */
    public @Nullable Value inner(int offset) {
      @Nullable Value value = offset < end() ? at(der, offset) : null;
      return value == null || value.end() > end() ? null : value;
    }

    /** Null if there is none, or if its length is indefinite or beyond our limits. */
    public static @Nullable Value at(byte[] der, int at) {
      if (at >= der.length) {
        return null;
      }
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
      int octets = der[next] & 0x7f;
      if ((der[next] & 0x80) == 0) {
        return new Value(der, at, next + 1, octets);
      }
      int start = next + 1 + octets;
      if (octets == 0 || octets > 3 || start > der.length) {
        return null;
      }
      int length = 0;
      for (int i = next + 1; i < start; i++) {
        length = (length << 8) | (der[i] & 0xff);
      }
      return new Value(der, at, start, length);
    }
  }
}
