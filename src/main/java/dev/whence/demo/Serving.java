package dev.whence.demo;

import java.time.Duration;

/**
 * How a generated registry is served.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param interval from one publication to the next; zero where nothing happens
 * @param faults how answers go wrong
 * @param progress is told how far the preparation is
 */
public record Serving(
    String host, int port, Duration interval, AnswerFaults faults, Progress progress) {

  /** On a free port of this machine, without anything happening or going wrong. */
  public static final Serving QUIETLY =
      new Serving("127.0.0.1", 0, Duration.ZERO, AnswerFaults.none(), Progress.NONE);

  /** The same with answers that go wrong. */
  public Serving failing(AnswerFaults drawn) {
    return new Serving(host, port, interval, drawn, progress);
  }
}
