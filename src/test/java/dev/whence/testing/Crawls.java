package dev.whence.testing;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlFailure;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.NextCrawl;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.write.PackageCrawl;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.VerifierId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds crawls for tests of the catalog: {@code Crawls.of("a").attested("1.0.0").build()}. */
public final class Crawls {

  public static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");

  private final PackageName name;
  private final Map<String, PackumentVersion> versions = new LinkedHashMap<>();
  private final Map<String, Check> signatures = new HashMap<>();
  private final Map<String, AttestationFetch> fetches = new LinkedHashMap<>();
  private final Map<String, AttestationTry> tries = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final SortedMap<String, @Nullable Instant> removed = new TreeMap<>();
  private SourceRepository source = SourceRepository.named("github.com", "octo", "tools");
  private Verdict.Outcome outcome = Verdict.Outcome.VERIFIED;
  private @Nullable String description = "A package";
  private @Nullable Instant unpublishedAt;
  private String trustDigest = "aa".repeat(32);
  private Instant at = FIRST;

  private Crawls(String name) {
    this.name = new PackageName(name);
  }

  public static Crawls of(String name) {
    return new Crawls(name);
  }

  public Crawls at(Instant crawledAt) {
    this.at = crawledAt;
    return this;
  }

  public Crawls trust(String digest) {
    this.trustDigest = digest;
    return this;
  }

  public Crawls description(@Nullable String text) {
    this.description = text;
    return this;
  }

  /** For the versions that are added from here on. */
  public Crawls builtFrom(SourceRepository repository) {
    this.source = repository;
    return this;
  }

  /** For the versions that are added from here on. */
  public Crawls outcome(Verdict.Outcome verdict) {
    this.outcome = verdict;
    return this;
  }

  public Crawls tag(String tag, String version) {
    tags.put(tag, version);
    return this;
  }

  /** A version without attestations, which latest points at from here on. */
  public Crawls version(String version) {
    return version(facts(version, null));
  }

  public Crawls version(PackumentVersion facts) {
    versions.put(facts.version(), facts);
    if (!facts.signatures().isEmpty()) {
      signatures.put(facts.version(), Attestations.passed(CheckKind.REGISTRY_SIGNATURE));
    }
    return tag("latest", facts.version());
  }

  public Crawls version(Facts facts) {
    return version(facts.build());
  }

  /** A version whose attestations are advertised and not asked for. */
  public Crawls advertised(String version) {
    return version(facts(version, Attestations.url(name, version)));
  }

  /** A version with a publish attestation and a provenance. */
  public Crawls attested(String version) {
    return fetched(
        version,
        new AttestationFetch.Served(
            Attestations.url(name, version),
            at,
            Attestations.body(name, version),
            List.of(
                Attestations.publish(name, version),
                Attestations.provenance(name, version, source, outcome))));
  }

  /** A version whose attestations were asked for. */
  public Crawls fetched(String version, AttestationFetch fetch) {
    fetches.put(version, fetch);
    return advertised(version);
  }

  /** A version whose attestations could not be fetched. */
  public Crawls tried(String version, AttestationTry attempt) {
    tries.put(version, attempt);
    return advertised(version);
  }

  /** A version whose registry signature could not be checked, since our side lacks something. */
  public Crawls lacking(String version, MissingTrust missing) {
    version(version);
    signatures.put(
        version,
        Check.missing(CheckKind.REGISTRY_SIGNATURE, missing, "Our trust material lacks it."));
    return this;
  }

  /** A version that only the packument's times still name. */
  public Crawls removed(String version, Instant publishedAt) {
    removed.put(version, publishedAt);
    return this;
  }

  public Crawls unpublished(Instant when) {
    this.unpublishedAt = when;
    return this;
  }

  public PackageCrawl build() {
    return new PackageCrawl(
        new Packument(
            name,
            description,
            Map.copyOf(tags),
            new ArrayList<>(versions.values()),
            removed,
            FIRST.minus(Duration.ofDays(400)),
            FIRST,
            unpublishedAt),
        "\"etag-" + at + "\"",
        "cd".repeat(32),
        signatures,
        fetches,
        tries,
        new VerifierId("0.1.0", 1, trustDigest),
        at,
        new NextCrawl(at.plus(Duration.ofHours(6)), RefreshTier.WARM));
  }

  /** A crawl that failed. */
  public static CrawlFailure failure(
      String name, CrawlStatus status, String error, Instant at, Instant nextTryAt) {
    return new CrawlFailure(new PackageName(name), status, error, at, nextTryAt, false);
  }

  /** The packument's facts about a version, all of them given. */
  public PackumentVersion facts(String version, @Nullable String attestationsUrl) {
    return new PackumentVersion(
        version,
        FIRST.minus(Duration.ofDays(30)).plusSeconds(versions.size()),
        "git+" + source.url() + ".git",
        "packages/" + name,
        "https://tools.example/",
        "MIT",
        null,
        "b".repeat(40),
        "https://registry.example/" + name + "/-/" + version + ".tgz",
        "sha512-" + "A".repeat(86) + "==",
        "c".repeat(40),
        1234L,
        List.of(new RegistrySignature("SHA256:key", "MEUC" + version)),
        attestationsUrl != null,
        attestationsUrl,
        "octocat",
        attestationsUrl == null ? null : "github",
        null,
        false);
  }
}
