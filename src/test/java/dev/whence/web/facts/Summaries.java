package dev.whence.web.facts;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hand-made versions for tests of sentences. */
public final class Summaries {

  public static final SourceRepository NUXT = SourceRepository.named("github.com", "nuxt", "nuxt");

  private Summaries() {}

  public static Provenance provenance(SourceRepository source, String workflow) {
    return new Provenance(
        source,
        "refs/heads/main",
        "9f3c2a1b00000000000000000000000000000000",
        new Workflow(workflow, null),
        "push",
        source.url() + "/actions/runs/1/attempts/1",
        null,
        null,
        new Builder(
            "https://github.com/actions/runner/github-hosted",
            CiProvider.GITHUB_ACTIONS,
            "github-hosted"));
  }

  public static Provenance nuxt() {
    return provenance(NUXT, ".github/workflows/release.yml");
  }

  /** Built on a runner of somebody's own. */
  public static Provenance selfHosted() {
    Provenance was = nuxt();
    return new Provenance(
        was.source(),
        was.ref(),
        was.commit(),
        was.workflow(),
        was.trigger(),
        was.runUrl(),
        null,
        null,
        new Builder(
            "https://github.com/actions/runner/self-hosted",
            CiProvider.GITHUB_ACTIONS,
            "self-hosted"));
  }

  public static VersionSummary version(
      String version, Evidence evidence, @Nullable Provenance provenance) {
    return version(version, evidence, provenance, null, null);
  }

  public static VersionSummary published(
      String version, Evidence evidence, @Nullable Provenance provenance, String trustedPublisher) {
    return version(version, evidence, provenance, null, trustedPublisher);
  }

  public static VersionSummary removed(String version, Evidence evidence) {
    return version(version, evidence, null, Instant.parse("2026-01-02T00:00:00Z"), null);
  }

  private static VersionSummary version(
      String version,
      Evidence evidence,
      @Nullable Provenance provenance,
      @Nullable Instant removedAt,
      @Nullable String trustedPublisher) {
    int passed = evidence == Evidence.VERIFIED ? 12 : 10;
    return new VersionSummary(
        version,
        Instant.parse("2025-09-05T09:14:00Z"),
        removedAt,
        List.of(),
        null,
        "danielroe",
        trustedPublisher,
        evidence,
        provenance,
        null,
        provenance == null ? 0 : passed,
        provenance == null ? 0 : 12);
  }
}
