package dev.whence.catalog;

import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what crawls find: each method is one transaction, the final status written last. */
@ApplicationScoped
public class CrawlWriter {

  /** Makes the names known as PENDING where they are not known yet; gives how many were new. */
  public int addPackages(Collection<PackageName> names, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** What is known of a package before it is crawled; empty where its name is unknown. */
  public Optional<KnownPackage> known(PackageName name) {
    throw new UnsupportedOperationException();
  }

  /** Stores a whole crawl. Repeating it with the same facts changes no row but the crawl record. */
  public void store(PackageCrawl crawl) {
    throw new UnsupportedOperationException();
  }

  /** The registry had nothing new. */
  public void storeUnchanged(PackageName name, Instant at, Instant nextTryAt) {
    throw new UnsupportedOperationException();
  }

  /** The crawl ended without new facts; what is stored stays. */
  public void storeFailure(
      PackageName name, CrawlStatus status, String error, Instant at, Instant nextTryAt) {
    throw new UnsupportedOperationException();
  }

  /** Stores last month's downloads. */
  public void storeDownloads(PackageName name, long lastMonth, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** Names whose next try is due, the longest overdue first. */
  public List<PackageName> due(Instant now, int limit) {
    throw new UnsupportedOperationException();
  }

  /** Records a fact about this installation; null removes it. */
  public void storeSetting(Setting setting, @Nullable String value, Instant at) {
    throw new UnsupportedOperationException();
  }
}
