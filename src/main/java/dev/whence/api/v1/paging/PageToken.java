package dev.whence.api.v1.paging;

import dev.whence.api.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The start of a list's next page. Clients must not read the token, so that it can become something
 * else than an offset. It belongs to one list: used with another list it is an error.
 */
public final class PageToken {

  private static final byte FORMAT = 1;
  private static final int LIST_BYTES = 6;
  private static final int LENGTH = 1 + LIST_BYTES + Integer.BYTES;

  private PageToken() {}

  public static String of(String list, int offset) {
    ByteBuffer token = ByteBuffer.allocate(LENGTH).put(FORMAT).put(digest(list)).putInt(offset);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  static int offset(String token, String list) {
    ByteBuffer bytes = ByteBuffer.wrap(decode(token));
    byte[] listDigest = new byte[LIST_BYTES];
    if (bytes.remaining() == LENGTH && bytes.get() == FORMAT) {
      bytes.get(listDigest);
      int offset = bytes.getInt();
      if (offset > 0 && Arrays.equals(listDigest, digest(list))) {
        return offset;
      }
    }
    throw ProblemException.illegalPageToken();
  }

  private static byte[] decode(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw ProblemException.illegalPageToken();
    }
  }

  private static byte[] digest(String list) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(whole, LIST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
