package dev.whence.web;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.Builder;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.Sha512;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.Workflow;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationKind;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.provenance.bundle.Signer;
import dev.whence.testing.Crawls;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A package whose every field tries to get markup and script into a page. */
final class HostilePackage {

  static final String NAME = "hostile-fields";
  static final String FAILING = "hostile-failure";
  static final String VERSION = "1.0.0";

  /** Breaks out of text, attribute, comment, style, title and template. */
  static final String MARKUP =
      "{#each}{inject:x}'\"--></title></style></textarea>"
          + "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1;alert(1)</script>"
          + "<svg onload=window.pwned=1><a href=javascript:alert(1) onclick=alert(1)>x</a>";

  /** Without a slash, as a part of a path. */
  static final String PART = "\"><img src=x onerror=window.pwned=1>";

  static final String SCRIPT_URL = "javascript:window.pwned=1//\"><img src=x onerror=alert(1)>";

  static final SourceRepository SOURCE = SourceRepository.named("evil.example", PART, PART);

  private static final Instant BEFORE = Crawls.FIRST.minus(Duration.ofDays(1));

  private HostilePackage() {}

  static void store(CrawlWriter writer) {
    Crawls crawls = Crawls.of(NAME).description(MARKUP).tag(MARKUP, VERSION);
    crawls.version(facts("0.9.0-" + PART));
    crawls.fetched(
        VERSION,
        new AttestationFetch.Served(
            SCRIPT_URL,
            Crawls.FIRST,
            ("{\"attestations\":\"" + MARKUP + "\"}").getBytes(StandardCharsets.UTF_8),
            List.of(new AttestationWithVerdict(attestation(), verdict()))));
    writer.store(crawls.version(facts(VERSION)).build());
    Crawls later = Crawls.of(NAME).at(Crawls.FIRST.plusSeconds(1)).description(MARKUP);
    later.version(facts(VERSION, "later " + MARKUP)).tag("later " + MARKUP, VERSION);
    writer.store(later.build());
    PackageName failing = new PackageName(FAILING);
    writer.addPackages(List.of(failing), BEFORE);
    writer.storeFailure(Crawls.failure(FAILING, CrawlStatus.FAILED, MARKUP, BEFORE, Crawls.FIRST));
  }

  private static PackumentVersion facts(String version) {
    return facts(version, MARKUP);
  }

  private static PackumentVersion facts(String version, String text) {
    return new PackumentVersion(
        version,
        BEFORE,
        SCRIPT_URL,
        MARKUP,
        SCRIPT_URL,
        MARKUP,
        text,
        MARKUP,
        SCRIPT_URL,
        text,
        text,
        1L,
        List.of(new RegistrySignature(MARKUP, MARKUP)),
        true,
        SCRIPT_URL,
        text,
        text,
        text,
        true);
  }

  private static Attestation attestation() {
    return new Attestation(
        AttestationKind.PROVENANCE,
        MARKUP,
        MARKUP,
        MARKUP,
        MARKUP,
        new Signer.Certificate(
            MARKUP,
            MARKUP,
            Map.of(8, MARKUP, 12, SCRIPT_URL),
            BEFORE,
            BEFORE.plusSeconds(600),
            "MIIBkTCB"),
        new LogEntry(MARKUP, 1L, "c0".repeat(32), BEFORE, true, true, true),
        BEFORE,
        TimeSource.TRANSPARENCY_LOG,
        List.of(new Attestation.Subject(MARKUP, new Sha512("ab".repeat(64)))),
        new Provenance(
            SOURCE,
            MARKUP,
            MARKUP,
            new Workflow(PART, MARKUP),
            MARKUP,
            SCRIPT_URL,
            MARKUP,
            MARKUP,
            new Builder(MARKUP, CiProvider.OTHER, MARKUP)));
  }

  /** Not rejected, so that repository and workflow have pages. */
  private static Verdict verdict() {
    List<Check> checks =
        Arrays.stream(CheckKind.values()).map(kind -> Check.inconclusive(kind, MARKUP)).toList();
    return new Verdict(Verdict.Outcome.INCONCLUSIVE, null, checks);
  }
}
