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
 * Which answers of a registry go wrong: drawn from a seed, the path and how often it was asked, so
 * that a run repeats whatever the order of its requests. A client that asks four times for
 * something has it.
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
   * Reads how many go wrong in which way.
   *
   * @param spec as {@code 429:0.1,reset:0.02}: kinds with their shares of all requests
   * @throws IllegalArgumentException with a sentence for whoever wrote it
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

  /** The same faults for whoever has less time. */
  public AnswerFaults waiting(Duration toRetry, Duration whenSlow) {
    return new AnswerFaults(shares, seed, toRetry, whenSlow);
  }

  /** How a request to the path goes wrong; empty where it does not. */
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

  /** How often a path was asked, and what became of the last requests. */
  private record Asked(int times, int inARow, @Nullable AnswerFault fault) {}

  /** What a refusal asks the client to wait. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** By how much a slow answer is late. */
  public Duration delay() {
    return delay;
  }

  /** What is served in place of JSON, which begins well: the same for one path. */
  public static byte[] garbage(String path) {
    byte[] beginning = "{\"name\":".getBytes(StandardCharsets.UTF_8);
    byte[] noise = Hashing.sha512().hashString(path, StandardCharsets.UTF_8).asBytes();
    return Bytes.concat(beginning, noise);
  }
}
