package dev.whence.api;

import dev.whence.catalog.CrawlOverview;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A package whose last crawl failed. */
@Schema(name = "FailedPackage", description = "A package whose last crawl failed, and why.")
record FailedPackageJson(String name, CrawlJson crawl, LinksJson links) {

  static FailedPackageJson of(CrawlOverview.FailedPackage failed) {
    return new FailedPackageJson(
        failed.name(), CrawlJson.of(failed.crawl()), Links.toPackage(failed.name()));
  }
}
