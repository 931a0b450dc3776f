package dev.whence.web.adoption;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.count.AdoptionQueries.Undated;
import dev.whence.insight.adoption.AdoptionCounts;
import dev.whence.insight.adoption.AdoptionPoint;
import dev.whence.insight.adoption.AdoptionSeries;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Provenance over time.
 *
 * @param sentence a summary in three short sentences
 * @param charts empty if no version has verified provenance
 * @param table published and verified versions by month
 * @param kinds verified versions by CI service and level
 * @param other the same page with more or fewer months; absent if there are no more
 * @param source the registry and the time of the numbers
 * @param leftOut what the series cannot show; empty if it shows everything
 */
public record AdoptionView(
    Frame frame,
    Sentence sentence,
    AdoptionCharts charts,
    AdoptionTable table,
    AdoptionTable kinds,
    @Nullable OtherMonths other,
    AdoptionSource source,
    String leftOut) {

  static final String PATH = PagePaths.ADOPTION;
  static final String CSV = JsonPaths.ADOPTION + ".csv";

  /** The link to more or fewer months. */
  public record OtherMonths(String path, String words) {

    private static @Nullable OtherMonths of(int months, boolean all) {
      if (months <= AdoptionTable.LATEST) {
        return null;
      }
      return all
          ? new OtherMonths(PATH + "#table", "Only the latest " + AdoptionTable.LATEST + " months")
          : new OtherMonths(PATH + "?months=all#table", "All " + months + " months");
    }
  }

  /**
   * The page over a series.
   *
   * @param all whether the tables have every month
   */
  static AdoptionView of(AdoptionSeries series, boolean all, AdoptionSource source, Frame frame) {
    List<AdoptionPoint> points = series.sinceFirstVerified();
    LocalDate today = LocalDate.ofInstant(frame.now(), ZoneOffset.UTC);
    return new AdoptionView(
        frame,
        sentence(points, today, frame.notices().silentSince() != null),
        AdoptionCharts.of(points),
        AdoptionTable.totals(points, all, today),
        AdoptionTable.kinds(points, all, today),
        OtherMonths.of(points.size(), all),
        source,
        leftOut(series));
  }

  /** The address of the same numbers as a table for machines. */
  public String csv() {
    return CSV;
  }

  private static Sentence sentence(List<AdoptionPoint> points, LocalDate today, boolean silent) {
    if (points.isEmpty() && silent) {
      return Sentence.of(
          "This registry does not pass on provenance, so there is nothing that we could count.");
    }
    return points.isEmpty()
        ? Sentence.of("No version in this catalog has verified provenance.")
        : sentence(points, today);
  }

  private static Sentence sentence(List<AdoptionPoint> points, LocalDate today) {
    AdoptionCounts now = points.getLast().cumulative();
    long published = AdoptionTable.published(points);
    long verified = now.versionsVerified();
    long packages = now.packagesVerified();
    LocalDate first = points.getFirst().start();
    MonthLists lists = MonthLists.since(first, points.getLast().start(), today);
    return Sentence.write()
        .words("Since " + Months.name(first) + " ")
        .words(now.packages() == 1 ? "this package" : "these " + packages(now))
        .words(" published ")
        .page(lists.published(), Amount.of(published, "version"))
        .words(". ")
        .page(lists.verified(), Words.grouped(verified))
        .words(" of them (" + share(verified, published) + ") ")
        .words(verified == 1 ? "has" : "have")
        .words(" verified provenance. ")
        .page(lists.packages(), Words.grouped(packages))
        .words(" of the " + packages(now) + (packages == 1 ? " has" : " have"))
        .words(" it at least once.")
        .end();
  }

  private static String packages(AdoptionCounts counts) {
    return Amount.of(counts.packages(), "package");
  }

  private static String leftOut(AdoptionSeries series) {
    List<String> sentences = new ArrayList<>();
    if (series.outOfRange() > 0) {
      sentences.add(
          Amount.of(series.outOfRange(), "version")
              + " left out: the registry gives a publish date that cannot be right.");
    }
    Undated undated = series.undated();
    if (undated.versions() > 0) {
      sentences.add(
          Amount.of(undated.versions(), "version")
              + " left out: the registry gives no publish date. Of these, "
              + Words.grouped(undated.versionsVerified())
              + (undated.versionsVerified() == 1 ? " is verified." : " are verified."));
    }
    return String.join(" ", sentences);
  }

  /** {@code 37 %}, on one line. Only zero is 0 %, and only all is 100 %. */
  static String share(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    long percent = Math.round(100.0 * part / whole);
    if (percent == 0 && part > 0) {
      return "<1\u00a0%";
    }
    return percent == 100 && part < whole ? ">99\u00a0%" : percent + "\u00a0%";
  }
}
