package dev.whence.catalog.read;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.provenance.Check;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.SourceRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All facts of one version.
 *
 * @param seen whether a packument ever listed it; if not, only its name and time are known
 * @param integrity {@code dist.integrity} as written
 * @param registrySignature the check of the registry's own signature; absent before its first run
 * @param response the attestation response; absent if none was served
 * @param attempt the last try to fetch attestations, if it failed; otherwise absent
 * @param verdicts the history of verdicts on each attestation, newest first
 * @param versions all versions of the package, this one included, in descending semver order
 */
public record VersionDetail(
    PackageName packageName,
    VersionSummary summary,
    boolean seen,
    @Nullable String declaredRepositoryUrl,
    @Nullable SourceRepository declaredRepository,
    @Nullable String repositoryDirectory,
    @Nullable String license,
    @Nullable String gitHead,
    @Nullable String tarball,
    @Nullable String integrity,
    @Nullable String shasum,
    @Nullable Long unpackedSize,
    boolean hasInstallScript,
    @Nullable String approver,
    @Nullable String attestationsUrl,
    @Nullable Check registrySignature,
    @Nullable StoredResponse response,
    @Nullable AttestationTry attempt,
    List<RecordedVerdict> verdicts,
    List<VersionSummary> versions,
    CrawlRecord crawl) {

  /**
   * An attestation response as it was served.
   *
   * @param body the bytes, decompressed
   * @param sha256 of the body, hex
   * @param problem why it is not an attestation response; absent if it is one
   * @param missingSince when we noticed that it is no longer served; absent while it is
   */
  public record StoredResponse(
      String url,
      Instant fetchedAt,
      String sha256,
      byte[] body,
      @Nullable String problem,
      @Nullable Instant missingSince) {}
}
