package dev.whence.verify.crypto;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a key is valid. An open end is null; both ends are included. */
public record Validity(@Nullable Instant start, @Nullable Instant end) {

  public static final Validity ALWAYS = new Validity(null, null);

  public boolean contains(Instant time) {
    return (start == null || !time.isBefore(start)) && (end == null || !time.isAfter(end));
  }

  @Override
  public String toString() {
    return (start == null ? "the beginning" : start) + " to " + (end == null ? "now" : end);
  }
}
