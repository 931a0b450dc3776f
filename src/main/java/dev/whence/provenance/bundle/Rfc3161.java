package dev.whence.provenance.bundle;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** Reads the time that RFC 3161 timestamp responses state; the checks decide who signed them. */
final class Rfc3161 {

  private Rfc3161() {}

  /** The earliest generation time; null if none can be read. */
  static @Nullable Instant time(List<byte[]> responses) {
    return responses.stream()
        .map(Rfc3161::time)
        .filter(Objects::nonNull)
        .min(naturalOrder())
        .orElse(null);
  }

  private static @Nullable Instant time(byte[] response) {
    try {
      @Nullable TimeStampToken token = new TimeStampResponse(response).getTimeStampToken();
      return token == null ? null : token.getTimeStampInfo().getGenTime().toInstant();
    } catch (TSPException | IOException | RuntimeException unreadable) {
      return null;
    }
  }
}
