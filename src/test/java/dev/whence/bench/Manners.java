package dev.whence.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How polite those were together who made these requests. */
record Manners(List<Request> requests) {

  private static final double MILLI = 1_000;

  Manners {
    requests = requests.stream().sorted(Comparator.comparingLong(Request::begin)).toList();
  }

  /** Most requests that were under way at once. */
  int mostUnderWay() {
    List<Long> ends = requests.stream().map(Request::end).sorted().toList();
    int most = 0;
    int ended = 0;
    for (int begun = 1; begun <= requests.size(); begun++) {
      while (ends.get(ended) <= requests.get(begun - 1).begin()) {
        ended++;
      }
      most = Math.max(most, begun - ended);
    }
    return most;
  }

  /** Most requests that began within any so many seconds. */
  int mostWithin(int seconds) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < requests.size(); last++) {
      while (requests.get(last).begin() - requests.get(first).begin() >= seconds * Request.SECOND) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  List<Request> refusals() {
    return requests.stream()
        .filter(Request::isRefused)
        .sorted(Comparator.comparingLong(Request::end))
        .toList();
  }

  /**
   * How long after each refusal a request began that should have waited until its pause was over,
   * in milliseconds.
   *
   * @param own whether of the process that was refused, or of the others
   */
  List<Double> lateAfterRefusals(Duration pause, boolean own) {
    long length = pause.toNanos() / 1_000;
    List<Double> late = new ArrayList<>();
    for (Request refused : refusals()) {
      requests.stream()
          .filter(request -> request.agent().equals(refused.agent()) == own)
          .map(request -> request.begin() - refused.end())
          .filter(after -> after >= 0 && after < length)
          .forEach(after -> late.add(after / MILLI));
    }
    return late;
  }

  Set<String> agents() {
    return requests.stream().map(Request::agent).collect(Collectors.toCollection(TreeSet::new));
  }
}
