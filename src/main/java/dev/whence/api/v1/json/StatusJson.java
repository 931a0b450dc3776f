package dev.whence.api.v1.json;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.Setting;
import dev.whence.catalog.count.Freshness;
import dev.whence.catalog.count.TrustGap;
import dev.whence.catalog.read.CrawlOverview;
import dev.whence.catalog.read.Overview;
import dev.whence.catalog.state.FeedStore;
import dev.whence.catalog.state.JobRecord;
import dev.whence.provenance.Slug;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The contents of the catalog and the progress of the crawl. */
@Schema(name = "Status", description = "What the catalog has, and the state of the crawl.")
public record StatusJson(
    @Schema(description = "The registry that is crawled.", nullable = true)
        @Nullable String registryUrl,
    @Schema(
            description =
                "The registry and Sigstore are generated. Nothing here is about real packages.")
        boolean generated,
    @Schema(
            description =
                "When we noticed that the registry passes on neither signatures nor"
                    + " provenance for any package. Null if it does, or if we do not know yet."
                    + " Meanwhile the evidence of its versions is unknown.",
            nullable = true)
        @Nullable Instant registrySilentSince,
    @Schema(description = "When a crawl last succeeded.", nullable = true)
        @Nullable Instant lastCrawlAt,
    @Schema(description = "Packages by how their latest crawl ended.")
        Map<String, Long> packagesByStatus,
    @Schema(description = "Versions by evidence.") Map<String, Long> versionsByEvidence,
    @Schema(description = "Versions that are pending or missing, by reason.")
        Map<String, Long> versionsByEvidenceReason,
    @Schema(description = "Versions with a provenance attestation, whatever it is worth.")
        long versionsWithProvenance,
    @Schema(description = "Versions whose provenance is verified.") long versionsVerified,
    @Schema(description = "Packages with a provenance attestation for at least one version.")
        long packagesWithProvenance,
    @Schema(description = "Packages with at least one verified version.") long packagesVerified,
    @Schema(description = "Attestations stored.") long attestations,
    @Schema(description = "Repositories that something was built from.") long repositories,
    @Schema(description = "Workflows that built something.") long workflows,
    @Schema(description = "Versions whose registry signature passed its check.")
        long registrySignaturesVerified,
    @Schema(description = "Versions whose registry signature failed its check.")
        long registrySignaturesFailed,
    TrustJson trust,
    @Schema(description = "How far we read each changes feed. Empty if we read none.")
        List<ChangesFeedJson> changesFeeds,
    @Schema(
            description =
                "How well the freshness goals are met, the hottest tier first. Empty before"
                    + " the first count.")
        List<FreshnessJson> freshness,
    @Schema(description = "The background jobs. Empty before a process crawls.") List<JobJson> jobs,
    StatusLinksJson links) {

  /** The progress in a changes feed. */
  @Schema(name = "ChangesFeed", description = "How far we read a registry's changes feed.")
  record ChangesFeedJson(
      @Schema(description = "The feed's address.") String url,
      @Schema(
              description =
                  "known: for the packages of the catalog. all: to find other packages, too.")
          String scope,
      @Schema(description = "The number of the last change whose facts are stored.") long sequence,
      @Schema(description = "When we last read it.") Instant readAt,
      @Schema(
              description = "When we last read it again from its beginning. Null if never.",
              nullable = true)
          @Nullable Instant startedOverAt) {

    private static ChangesFeedJson of(FeedStore.State state) {
      return new ChangesFeedJson(
          state.url(),
          Slug.of(state.scope()),
          state.sequence(),
          state.readAt(),
          state.startedOverAt());
    }
  }

  /** The freshness of a tier, compared with its goal. */
  @Schema(name = "Freshness", description = "How well the freshness goal of a tier is met.")
  record FreshnessJson(
      @Schema(implementation = RefreshTier.class) String tier,
      @Schema(description = "The longest time between two crawls of a package, in seconds.")
          long goalSeconds,
      @Schema(description = "Packages of the tier.") long packages,
      @Schema(description = "Packages that were crawled within the goal.") long fresh,
      @Schema(
              description =
                  "The oldest last crawl of a package of the tier. Null if the tier has" + " none.",
              nullable = true)
          @Nullable Instant oldestAt,
      @Schema(description = "When it was counted.") Instant countedAt) {

    private static FreshnessJson of(Freshness freshness) {
      return new FreshnessJson(
          Slug.of(freshness.tier()),
          freshness.goal().toSeconds(),
          freshness.packages(),
          freshness.fresh(),
          freshness.oldestAt(),
          freshness.countedAt());
    }
  }

  /** The trust material in use. */
  @Schema(name = "Trust", description = "The keys in use: Sigstore's trusted root and npm's keys.")
  record TrustJson(
      @Schema(description = "Where it came from.", nullable = true) @Nullable String origin,
      @Schema(description = "SHA-256 over it, hex.", nullable = true) @Nullable String digest,
      @Schema(description = "When it was loaded.", nullable = true) @Nullable Instant loadedAt,
      @Schema(
              description =
                  "When its source last confirmed it. Pages warn if that is more than two"
                      + " weeks ago. Null before the first crawl.",
              nullable = true)
          @Nullable Instant refreshedAt,
      @Schema(description = "Why the last refresh failed. Null after a success.", nullable = true)
          @Nullable String problem,
      @Schema(
              description =
                  "We ask Sigstore's repository for new keys. Otherwise the keys are the"
                      + " operator's files, or came with the program.")
          boolean asks,
      @Schema(
              description =
                  "What checks lack: what most versions need comes first, and there are at"
                      + " most a hundred.")
          List<TrustGapJson> missing) {}

  /** The addresses of the status. */
  @Schema(name = "StatusLinks", description = "Paths on this server.")
  record StatusLinksJson(
      @Schema(description = "This, as JSON.") String self,
      @Schema(description = "The page of it.") String html,
      @Schema(description = "What we could not fetch.") String failures) {}

  public static StatusJson of(
      Overview totals,
      CrawlOverview crawl,
      Map<Setting, String> settings,
      List<FeedStore.State> feeds,
      List<Freshness> freshness,
      @Nullable Instant silentSince,
      List<JobRecord> jobs,
      List<TrustGap> gaps) {
    String self = JsonPaths.STATUS;
    return new StatusJson(
        settings.get(Setting.REGISTRY_URL),
        Boolean.parseBoolean(settings.get(Setting.GENERATED)),
        silentSince,
        totals.lastCrawlAt(),
        Slug.counts(crawl.packagesByStatus()),
        Slug.counts(EvidenceWord.counts(crawl.versionsByEvidence())),
        byReason(crawl.versionsByEvidence()),
        totals.versionsWithProvenance(),
        totals.versionsVerified(),
        totals.packagesWithProvenance(),
        totals.packagesVerified(),
        totals.attestations(),
        totals.repositories(),
        totals.workflows(),
        totals.registrySignaturesVerified(),
        totals.registrySignaturesFailed(),
        new TrustJson(
            settings.get(Setting.TRUST_ORIGIN),
            settings.get(Setting.TRUST_DIGEST),
            time(settings.get(Setting.TRUST_LOADED_AT)),
            time(settings.get(Setting.TRUST_REFRESHED_AT)),
            settings.get(Setting.TRUST_PROBLEM),
            JobRecord.askForTrust(jobs),
            gaps.stream().map(TrustGapJson::of).toList()),
        feeds.stream().map(ChangesFeedJson::of).toList(),
        freshness.stream().map(FreshnessJson::of).toList(),
        jobs.stream().map(JobJson::of).toList(),
        new StatusLinksJson(self, PagePaths.STATUS, self + "/failures"));
  }

  private static Map<String, Long> byReason(Map<Evidence, Long> versions) {
    Map<EvidenceReason, Long> counts = new EnumMap<>(EvidenceReason.class);
    versions.forEach(
        (evidence, count) -> {
          if (evidence.reason() != null) {
            counts.put(evidence.reason(), count);
          }
        });
    return Slug.counts(counts);
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
