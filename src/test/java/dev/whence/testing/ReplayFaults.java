package dev.whence.testing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which requests of a replay go wrong: drawn from a seed, the path and how often it was asked, so
 * that a run repeats whatever the order of its threads.
 */
public final class ReplayFaults {

  /** How an answer goes wrong. */
  public enum Fault {
    /** 429 with {@code Retry-After}. */
    TOO_MANY_REQUESTS,
    /** 500. */
    SERVER_ERROR,
    /** The connection is closed without an answer. */
    RESET,
    /** The connection is closed within the body. */
    TRUNCATED,
    /** 200 with bytes that are not JSON. */
    GARBAGE
  }

  /** Fewer than the client's tries, so that every request succeeds in the end. */
  private static final int MOST_IN_A_ROW = 3;

  private final long seed;
  private final Map<Fault, Double> shares;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Map<String, Integer> inARow = new ConcurrentHashMap<>();

  private ReplayFaults(long seed, Map<Fault, Double> shares) {
    this.seed = seed;
    this.shares = shares;
  }

  public static ReplayFaults none() {
    return new ReplayFaults(0, Map.of());
  }

  /** Each fault with the same share of all requests. */
  public static ReplayFaults seeded(long seed, double shareOfEach) {
    Map<Fault, Double> shares = new EnumMap<>(Fault.class);
    for (Fault fault : Fault.values()) {
      shares.put(fault, shareOfEach);
    }
    return new ReplayFaults(seed, shares);
  }

  Optional<Fault> draw(String path) {
    int time = asked.merge(path, 1, Integer::sum);
    double at = new SplittableRandom(seed * 31 + path.hashCode() * 17L + time).nextDouble();
    for (Map.Entry<Fault, Double> share : shares.entrySet()) {
      if (at < share.getValue()) {
        if (inARow.merge(path, 1, Integer::sum) > MOST_IN_A_ROW) {
          break;
        }
        return Optional.of(share.getKey());
      }
      at -= share.getValue();
    }
    inARow.remove(path);
    return Optional.empty();
  }
}
