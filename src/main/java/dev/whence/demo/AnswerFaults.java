package dev.whence.demo;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which answers of a registry fail. The seed, the path and the number of its requests
 * decide, so a run can be repeated with requests in any order. A client that tries four times gets
 * every answer.
 */
public final class AnswerFaults {

  private static final int MOST_IN_A_ROW = 3;

  private static final int LEAST_STATUS = 400;
  private static final int MOST_STATUS = 599;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration DELAY = Duration.ofSeconds(3);

  private final Map<AnswerFault, Double> shares;
  private final String seed;
  private final Duration retryAfter;
  private final Duration delay;
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();

  private AnswerFaults(
      Map<AnswerFault, Double> shares, String seed, Duration retryAfter, Duration delay) {
    this.shares = shares;
    this.seed = seed;
    this.retryAfter = retryAfter;
    this.delay = delay;
  }

  /** Every answer is right. */
  public static AnswerFaults none() {
    return new AnswerFaults(Map.of(), "", RETRY_AFTER, DELAY);
  }

  /**
   * Reads the kinds of faults and their shares.
   *
   * @param spec as {@code 429:0.1,reset:0.02}: kinds with their shares of all requests
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static AnswerFaults parse(String spec, long seed) {
    Map<AnswerFault, Double> shares = new LinkedHashMap<>();
    for (String part : Splitter.on(',').split(spec)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("'" + part + "' is not KIND:SHARE, such as 429:0.1");
      }
      if (shares.put(kind(part.substring(0, colon)), share(part.substring(colon + 1))) != null) {
        throw new IllegalArgumentException("'" + part + "' repeats a kind");
      }
    }
    if (shares.values().stream().mapToDouble(Double::doubleValue).sum() > 1) {
      throw new IllegalArgumentException("the shares add up to more than 1");
    }
    return new AnswerFaults(shares, Long.toString(seed), RETRY_AFTER, DELAY);
  }

  private static AnswerFault kind(String text) {
    for (AnswerFault.Broken broken : AnswerFault.Broken.values()) {
      if (Ascii.toLowerCase(broken.name()).equals(text)) {
        return broken;
      }
    }
    if (text.matches("[0-9]{3}")) {
      int status = Integer.parseInt(text);
      if (status >= LEAST_STATUS && status <= MOST_STATUS) {
        return new AnswerFault.Refused(status);
      }
    }
    throw new IllegalArgumentException(
        "'%s' is neither a status from %d to %d nor reset, truncate, slow or garbage"
            .formatted(text, LEAST_STATUS, MOST_STATUS));
  }

  private static double share(String text) {
    if (!text.matches("0|1|[01]?\\.[0-9]{1,9}")) {
      throw new IllegalArgumentException("'" + text + "' is not a share from 0 to 1, such as 0.05");
    }
    return Double.parseDouble(text);
  }

  /** The same faults with shorter times. */
  public AnswerFaults waiting(Duration toRetry, Duration whenSlow) {
    return new AnswerFaults(shares, seed, toRetry, whenSlow);
  }

  /** How a request to the path fails; empty if it does not. */
  public Optional<AnswerFault> draw(String path) {
    return shares.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(asked.compute(path, this::next).fault());
  }

  private Asked next(String path, @Nullable Asked before) {
    Asked last = before == null ? new Asked(0, 0, null) : before;
    int times = last.times() + 1;
    @Nullable AnswerFault drawn =
        last.inARow() == MOST_IN_A_ROW ? null : at(Chance.of(seed, path, times).fraction());
    return new Asked(times, drawn == null ? 0 : last.inARow() + 1, drawn);
  }

  private @Nullable AnswerFault at(double place) {
    double end = 0;
    for (Map.Entry<AnswerFault, Double> share : shares.entrySet()) {
      end += share.getValue();
      if (place < end) {
        return share.getKey();
      }
    }
    return null;
  }

  /** How often a path was requested, and how the last requests ended. */
  private record Asked(int times, int inARow, @Nullable AnswerFault fault) {}

  /** How long a refusal asks the client to wait. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** The delay of a slow answer. */
  public Duration delay() {
    return delay;
  }

  /** Served instead of JSON. It begins like JSON, and is the same for each request of a path. */
  public static byte[] garbage(String path) {
    byte[] beginning = "{\"name\":".getBytes(StandardCharsets.UTF_8);
    byte[] noise = Hashing.sha512().hashString(path, StandardCharsets.UTF_8).asBytes();
    return Bytes.concat(beginning, noise);
  }
}
