package dev.whence.planted.crawl;

/** Planted: output beside the log. */
final class PrintsALine {
  private PrintsALine() {}

  static void print() {
    System.out.println("done");
  }
}
