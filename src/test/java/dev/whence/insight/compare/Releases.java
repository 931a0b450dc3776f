package dev.whence.insight.compare;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A package's releases, one after the other, a day apart unless told otherwise. */
public final class Releases {

  public static final SourceRepository SOURCE =
      SourceRepository.named("github.com", "octo", "tools").withIds("11", "1");

  private final List<VersionSummary> versions = new ArrayList<>();
  private Provenance built =
      new Provenance(
          SOURCE,
          "refs/heads/main",
          "9f3c2a1b00000000000000000000000000000000",
          new Workflow(".github/workflows/release.yml", null),
          "push",
          null,
          null,
          null,
          new Builder(
              "https://github.com/actions/runner/github-hosted",
              CiProvider.GITHUB_ACTIONS,
              "github-hosted"));
  private @Nullable Instant at = Instant.parse("2026-01-01T00:00:00Z");
  private String account = "octocat";

  /** The next releases are told at this time, and then a day apart; without any time if null. */
  public Releases at(@Nullable Instant time) {
    this.at = time;
    return this;
  }

  /** The next releases are published by this account. */
  public Releases by(String name) {
    this.account = name;
    return this;
  }

  /** The next releases are built so. */
  public Releases built(UnaryOperator<Provenance> change) {
    this.built = change.apply(built);
    return this;
  }

  public Releases from(SourceRepository source) {
    return built(
        was ->
            new Provenance(
                source,
                was.ref(),
                was.commit(),
                was.workflow(),
                was.trigger(),
                null,
                null,
                null,
                was.builder()));
  }

  public Releases onRef(String ref) {
    return built(
        was ->
            new Provenance(
                was.source(),
                ref,
                was.commit(),
                was.workflow(),
                was.trigger(),
                null,
                null,
                null,
                was.builder()));
  }

  public Releases by(@Nullable Workflow workflow, String trigger, Builder builder) {
    return built(
        was ->
            new Provenance(
                was.source(),
                was.ref(),
                was.commit(),
                workflow,
                trigger,
                null,
                null,
                null,
                builder));
  }

  /** Published by an account, without provenance. */
  public Releases byHand(String version) {
    return add(version, Evidence.NONE, null, account, null);
  }

  /** Published by an account, with provenance. */
  public Releases attested(String version) {
    return add(version, Evidence.VERIFIED, null, account, null);
  }

  /** Published by trusted publishing, with provenance. */
  public Releases trusted(String version) {
    return add(version, Evidence.VERIFIED, null, "GitHub Actions", "github");
  }

  /** Published by trusted publishing, without provenance. */
  public Releases trustedWithout(String version, String service) {
    return add(version, Evidence.NONE, null, service, service);
  }

  /** Published by an account; stated is left out where the evidence has no provenance. */
  public Releases of(String version, Evidence evidence) {
    return add(version, evidence, null, account, null);
  }

  /** Removed before anybody looked at it: nothing is known of it but its time. */
  public Releases removed(String version) {
    return add(version, Evidence.REMOVED, at, null, null);
  }

  /** Removed after it was looked at. */
  public Releases removedLater(String version, Evidence evidence) {
    return add(version, evidence, at, account, null);
  }

  private Releases add(
      String version,
      Evidence evidence,
      @Nullable Instant removedAt,
      @Nullable String publisher,
      @Nullable String trusted) {
    EvidenceStanding standing = EvidenceStanding.of(evidence);
    boolean isStated =
        standing == EvidenceStanding.PROVENANCE || standing == EvidenceStanding.REJECTED;
    int passed = evidence == Evidence.VERIFIED ? 12 : 10;
    versions.add(
        new VersionSummary(
            version,
            at,
            removedAt,
            List.of(),
            null,
            publisher,
            trusted,
            evidence,
            isStated ? built : null,
            evidence == Evidence.VERIFIED ? SlsaLevel.L2 : null,
            isStated ? passed : 0,
            isStated ? 12 : 0));
    at = at == null ? null : at.plus(Duration.ofDays(1));
    return this;
  }

  public List<VersionSummary> list() {
    return List.copyOf(versions);
  }

  /** One of them beside the one that it is compared with. */
  public Comparison compare(String version) {
    VersionSummary found =
        versions.stream().filter(one -> one.version().equals(version)).findFirst().orElseThrow();
    return ReleaseHistory.of(versions).of(found);
  }

  /** The version that it is compared with; null if none. */
  public @Nullable String before(String version) {
    @Nullable Baseline baseline = compare(version).baseline();
    return baseline == null ? null : baseline.version().version();
  }
}
