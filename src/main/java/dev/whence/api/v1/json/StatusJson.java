package dev.whence.api.v1.json;

import dev.whence.address.JsonPaths;
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

/** What the catalog holds and how the crawl stands. */
@Schema(name = "Status", description = "What the catalog holds and how the crawl stands.")
public record StatusJson(
    @Schema(description = "The registry that is crawled.", nullable = true)
        @Nullable String registryUrl,
    @Schema(
            description =
                "Registry and Sigstore are generated ones, and nothing here is about real packages.")
        boolean generated,
    @Schema(
            description =
                "When we noticed that the registry passes on neither signatures nor provenance for"
                    + " any package; null where it does, or where nobody knows yet. Until it does,"
                    + " the evidence of its versions is unknown.",
            nullable = true)
        @Nullable Instant registrySilentSince,
    @Schema(description = "When a crawl last succeeded.", nullable = true)
        @Nullable Instant lastCrawlAt,
    @Schema(description = "Packages known, by how their latest crawl ended.")
        Map<String, Long> packagesByStatus,
    @Schema(description = "Versions known, by evidence.") Map<String, Long> versionsByEvidence,
    @Schema(description = "Versions that are pending or missing, by the reason.")
        Map<String, Long> versionsByEvidenceReason,
    @Schema(description = "Packages with at least one readable provenance.")
        long packagesWithProvenance,
    @Schema(description = "Attestations stored.") long attestations,
    @Schema(description = "Repositories that something was built from.") long repositories,
    @Schema(description = "Workflows that built something.") long workflows,
    @Schema(description = "Versions whose registry signature passed its check.")
        long registrySignaturesVerified,
    @Schema(description = "Versions whose registry signature failed its check.")
        long registrySignaturesFailed,
    TrustJson trust,
    @Schema(description = "How far each changes feed was read; empty where none is.")
        List<ChangesFeedJson> changesFeeds,
    @Schema(
            description =
                "How well the freshness goals are met, the hottest tier first; empty before the"
                    + " first count.")
        List<FreshnessJson> freshness,
    @Schema(description = "How the background jobs stand; empty before a process crawls.")
        List<JobJson> jobs,
    StatusLinksJson links) {

  /** How far a changes feed was read. */
  @Schema(name = "ChangesFeed", description = "How far a registry's changes feed was read.")
  record ChangesFeedJson(
      @Schema(description = "Where it is asked.") String url,
      @Schema(description = "known: for packages of the catalog; all: to find others, too.")
          String scope,
      @Schema(description = "Of the last change whose facts are stored.") long sequence,
      @Schema(description = "When it was last asked with success.") Instant readAt,
      @Schema(
              description = "When it was last read from its beginning again; null where never.",
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

  /** How well a tier's freshness goal is met. */
  @Schema(name = "Freshness", description = "How well the freshness goal of a tier is met.")
  record FreshnessJson(
      @Schema(implementation = RefreshTier.class) String tier,
      @Schema(description = "How long ago a package may have been looked at, in seconds.")
          long goalSeconds,
      @Schema(description = "Packages of the tier.") long packages,
      @Schema(description = "Those that were looked at within the goal.") long fresh,
      @Schema(
              description = "The longest ago that one was last looked at; null where none is.",
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
  @Schema(
      name = "Trust",
      description = "The trust material in use: Sigstore's trusted root and npm's keys.")
  record TrustJson(
      @Schema(description = "Where it came from.", nullable = true) @Nullable String origin,
      @Schema(description = "SHA-256 over it, hex.", nullable = true) @Nullable String digest,
      @Schema(description = "When it was loaded.", nullable = true) @Nullable Instant loadedAt,
      @Schema(
              description =
                  "When its source last confirmed it. Pages say so when that is more than two weeks"
                      + " ago; null before the first crawl.",
              nullable = true)
          @Nullable Instant refreshedAt,
      @Schema(description = "Why the last refresh failed; null after a success.", nullable = true)
          @Nullable String problem,
      @Schema(
              description =
                  "Sigstore's repository is asked for newer material; otherwise it comes from the"
                      + " operator's files, or from the copy in the program.")
          boolean asks,
      @Schema(
              description =
                  "What checks lack of it, or of our own lists; what most versions need first, a"
                      + " hundred at the most.")
          List<TrustGapJson> missing) {}

  /** Where the status is. */
  @Schema(name = "StatusLinks", description = "Where this is described, as paths on this server.")
  record StatusLinksJson(
      @Schema(description = "Here, as JSON.") String self,
      @Schema(description = "The page for people.") String html,
      @Schema(description = "Packages and attestations that could not be fetched.")
          String failures) {}

  public static StatusJson of(
      Overview totals,
      CrawlOverview crawl,
      Map<Setting, String> settings,
      List<FeedStore.State> feeds,
      List<Freshness> freshness,
      @Nullable Instant silentSince,
      List<JobRecord> jobs,
      List<TrustGap> gaps) {
    String self = JsonPaths.ROOT + "/status";
    return new StatusJson(
        settings.get(Setting.REGISTRY_URL),
        Boolean.parseBoolean(settings.get(Setting.GENERATED)),
        silentSince,
        totals.lastCrawlAt(),
        Slug.counts(crawl.packagesByStatus()),
        Slug.counts(EvidenceWord.counts(crawl.versionsByEvidence())),
        byReason(crawl.versionsByEvidence()),
        totals.packagesWithProvenance(),
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
        new StatusLinksJson(self, "/status", self + "/failures"));
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
