package dev.whence.bench;

/**
 * What one contender did, and what it took.
 *
 * @param verified bundles that passed
 * @param crawler what the crawling process used
 * @param databaseCpu seconds that Postgres used for it
 * @param databaseBytes what the database takes afterwards, of all its packages
 */
record CrawlRun(
    String contender,
    int catalog,
    long packages,
    long versions,
    long verified,
    double seconds,
    Usage crawler,
    double databaseCpu,
    long databaseBytes) {

  private static final double MILLIS = 1_000;
  private static final double MEGABYTE = 1e6;

  static String heading() {
    return "%-10s %9s %10s %10s %10s  %8s %10s %12s %8s %9s"
        .formatted(
            "",
            "packages",
            "packages/s",
            "versions/s",
            "bundles/s",
            "seconds",
            "CPU s",
            "CPU ms/pkg",
            "peak MB",
            "stored MB");
  }

  String line() {
    return "%-10s %9d %10.1f %10.1f %10.1f  %8.1f %10s %12.2f %8.0f %9.0f"
        .formatted(
            contender,
            catalog,
            packages / seconds,
            versions / seconds,
            verified / seconds,
            seconds,
            "%.1f+%.1f".formatted(crawler.cpuSeconds(), databaseCpu),
            cpuPerPackage(),
            crawler.peakMegabytes(),
            databaseBytes / MEGABYTE);
  }

  /** Milliseconds of processor time, that of Postgres included. */
  double cpuPerPackage() {
    return (crawler.cpuSeconds() + databaseCpu) * MILLIS / packages;
  }

  double bundlesPerSecond() {
    return verified / seconds;
  }
}
