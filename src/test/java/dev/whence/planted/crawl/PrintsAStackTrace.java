package dev.whence.planted.crawl;

/** Planted: an exception beside the log. */
final class PrintsAStackTrace {
  private PrintsAStackTrace() {}

  static void print(RuntimeException e) {
    e.printStackTrace();
  }
}
