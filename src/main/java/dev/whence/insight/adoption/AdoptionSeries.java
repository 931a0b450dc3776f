package dev.whence.insight.adoption;

import dev.whence.catalog.count.AdoptionQueries.AdoptionDay;
import dev.whence.catalog.count.AdoptionQueries.FirstProvenance;
import dev.whence.catalog.count.AdoptionQueries.FirstVersion;
import dev.whence.catalog.count.AdoptionQueries.Undated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The adoption of provenance over time, by publish date. {@link AdoptionCounts} says what counts as
 * verified.
 *
 * @param points one for each period, oldest first, without gaps, from the period of the first
 *     version to the period of the last
 * @param outOfRange versions left out because their publish date cannot be right: before npm
 *     existed, or after today
 * @param undated versions left out because the registry does not give their publish date
 */
public record AdoptionSeries(
    AdoptionStep step, List<AdoptionPoint> points, long outOfRange, Undated undated) {

  /**
   * npm's first release was in January 2010. Dates come from packuments. Without bounds, a date in
   * the year 1 would make a series of three quarters of a million days.
   */
  public static final LocalDate EARLIEST = LocalDate.of(2010, 1, 1);

  public AdoptionSeries {
    points = List.copyOf(points);
  }

  /**
   * The series of the catalog's rows.
   *
   * @param today in UTC
   */
  public static AdoptionSeries of(
      AdoptionStep step,
      List<AdoptionDay> days,
      List<FirstVersion> firstVersions,
      List<FirstProvenance> firsts,
      Undated undated,
      LocalDate today) {
    LocalDate latest = latest(today);
    NavigableMap<LocalDate, AdoptionCounts> periods = new TreeMap<>();
    long outOfRange = 0;
    for (AdoptionDay day : days) {
      if (isBetween(EARLIEST, day.day(), latest)) {
        periods.merge(step.start(day.day()), AdoptionCounts.of(day), AdoptionCounts::plus);
      } else {
        outOfRange += day.versions();
      }
    }
    for (FirstVersion first : firstVersions) {
      if (isBetween(EARLIEST, first.day(), latest)) {
        periods.merge(step.start(first.day()), AdoptionCounts.of(first), AdoptionCounts::plus);
      }
    }
    for (FirstProvenance first : firsts) {
      if (isBetween(EARLIEST, first.day(), latest)) {
        periods.merge(step.start(first.day()), AdoptionCounts.of(first), AdoptionCounts::plus);
      }
    }
    return new AdoptionSeries(step, withoutGaps(step, periods), outOfRange, undated);
  }

  /** The last day that is counted: one day after today, because clocks differ. */
  public static LocalDate latest(LocalDate today) {
    return today.plusDays(1);
  }

  /** The points from the first period with a verified version; empty if there is no such period. */
  public List<AdoptionPoint> sinceFirstVerified() {
    return points.stream().dropWhile(point -> point.cumulative().versionsVerified() == 0).toList();
  }

  private static List<AdoptionPoint> withoutGaps(
      AdoptionStep step, NavigableMap<LocalDate, AdoptionCounts> periods) {
    List<AdoptionPoint> points = new ArrayList<>();
    if (periods.isEmpty()) {
      return points;
    }
    AdoptionCounts cumulative = AdoptionCounts.NONE;
    LocalDate last = periods.lastKey();
    for (LocalDate start = periods.firstKey(); !start.isAfter(last); start = step.next(start)) {
      AdoptionCounts period = periods.getOrDefault(start, AdoptionCounts.NONE);
      cumulative = cumulative.plus(period);
      points.add(new AdoptionPoint(start, period, cumulative));
    }
    return points;
  }

  private static boolean isBetween(LocalDate first, LocalDate day, LocalDate last) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
