package dev.whence.verify.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;

/**
 * The version of a repository's metadata. The timestamp's version grows with each change; only a
 * new root, whose own version grows, may let it begin again.
 */
public record TufVersion(long root, long timestamp) implements Comparable<TufVersion> {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Comparator<TufVersion> ORDER =
      Comparator.comparingLong(TufVersion::root).thenComparingLong(TufVersion::timestamp);

  /** Reads it from both files. */
  static TufVersion of(byte[] root, byte[] timestamp) throws TrustException {
    return new TufVersion(version("root", root), version("timestamp", timestamp));
  }

  private static long version(String role, byte[] metadata) throws TrustException {
    try {
      JsonNode version = MAPPER.readTree(metadata).path("signed").path("version");
      if (version.canConvertToExactIntegral() && version.canConvertToLong()) {
        return version.longValue();
      }
    } catch (IOException e) {
      throw new TrustException("its TUF " + role + " cannot be read: " + e.getMessage(), e);
    }
    throw new TrustException("its TUF " + role + " has no version");
  }

  @Override
  public int compareTo(TufVersion other) {
    return ORDER.compare(this, other);
  }
}
