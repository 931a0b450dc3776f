package dev.whence.planted.crawl;

/** Planted: crawl uses cli. */
final class CrawlUsesCli {
  private CrawlUsesCli() {}

  static void use() {
    dev.whence.planted.cli.Target.use();
  }
}
