package dev.whence.testing;

import dev.whence.catalog.write.CrawlWriter;
import java.time.Duration;
import java.time.Instant;

/** A package of which much changed between two crawls. */
public final class ChangedPackage {

  public static final String NAME = "changed-package";

  /** Its scope makes it look like the history of a package. */
  public static final String TAKEN_DOWN = "@taken-down/history";

  private static final Instant LATER = Crawls.FIRST.plus(Duration.ofHours(6));

  private ChangedPackage() {}

  /** Stores both crawls; done again, it changes nothing. */
  public static void store(CrawlWriter writer) {
    Crawls first = Crawls.of(NAME).attested("1.0.0").version("1.1.0").tag("next", "1.1.0");
    writer.store(first.version(new Facts("1.2.0").digests(Facts.sha512(1), Facts.sha1(1))).build());
    Crawls later = Crawls.of(NAME).at(LATER).version("1.0.0");
    Facts changed =
        new Facts("1.2.0").digests(Facts.sha512(2), Facts.sha1(2)).deprecated("use <b>other</b>");
    writer.store(later.version(changed.publishers("eve", "gitlab", null)).build());
    writer.store(Crawls.of(TAKEN_DOWN).version(Facts.placeholder("0.0.1-security")).build());
  }
}
