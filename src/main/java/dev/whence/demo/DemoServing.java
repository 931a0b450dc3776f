package dev.whence.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a generated registry is served.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param interval between two publications; zero if nothing happens
 * @param faults the faults of answers
 * @param progress gets the progress of the preparation
 * @param accessLog null if there is none
 */
public record DemoServing(
    String host,
    int port,
    Duration interval,
    AnswerFaults faults,
    Progress progress,
    @Nullable AccessLog accessLog) {

  /** On a free port of this machine, without changes and faults. */
  public static final DemoServing QUIETLY =
      new DemoServing("127.0.0.1", 0, Duration.ZERO, AnswerFaults.none(), Progress.NONE, null);

  /** The same with faults. */
  public DemoServing failing(AnswerFaults drawn) {
    return new DemoServing(host, port, interval, drawn, progress, accessLog);
  }

  /** The same with a log of all requests. */
  public DemoServing logging(@Nullable AccessLog log) {
    return new DemoServing(host, port, interval, faults, progress, log);
  }

  /** The same with a publication, or another change, each interval. */
  public DemoServing publishing(Duration each) {
    return new DemoServing(host, port, each, faults, progress, accessLog);
  }
}
