package dev.whence.planted.insight;

/** Planted: insight uses crawl. */
final class InsightUsesCrawl {
  private InsightUsesCrawl() {}

  static void use() {
    dev.whence.planted.crawl.Target.use();
  }
}
