package dev.whence.api.v1.json;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.whence.address.JsonPaths;
import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionDetail.StoredResponse;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.Baseline;
import dev.whence.insight.compare.ReleaseHistory;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Slug;
import dev.whence.provenance.bundle.AttestationResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the facts of one version into their JSON shape. It reads the statements from the stored
 * bundles.
 */
public final class VersionFacts {

  private final VersionDetail found;
  private final VersionSummary summary;
  private final String name;

  private VersionFacts(VersionDetail found) {
    this.found = found;
    this.summary = found.summary();
    this.name = found.packageName().value();
  }

  public static VersionJson json(VersionDetail found) {
    return new VersionFacts(found).json();
  }

  private VersionJson json() {
    @Nullable StoredResponse stored = found.response();
    @Nullable AttestationResponse response =
        stored == null ? null : AttestationResponse.read(stored.body());
    return new VersionJson(
        name,
        summary.version(),
        purl(),
        summary.publishedAt(),
        summary.removedAt(),
        summary.distTags(),
        summary.deprecated(),
        found.license(),
        found.seen() ? found.hasInstallScript() : null,
        publisher(),
        declared(),
        new VersionJson.IntegrityJson(
            found.integrity(), found.shasum(), found.tarball(), found.unpackedSize()),
        summary.evidence().word().text(),
        Slug.ofNullable(summary.evidence().reason()),
        VersionItemJson.number(summary.level()),
        summary.checksPassed(),
        summary.checksApplicable(),
        ProvenanceJson.ofNullable(summary.provenance()),
        CheckJson.ofNullable(found.registrySignature()),
        stored == null ? null : response(stored, response),
        AttestationTryJson.ofNullable(found.attempt(), found.crawl()),
        response == null ? List.of() : attestations(response),
        comparedWith(),
        found.crawl().lastSuccessAt(),
        verifiedAt(),
        links());
  }

  private String purl() {
    PackageName full = found.packageName();
    @Nullable String scope = full.scope().orElse(null);
    String bare = scope == null ? name : name.substring(scope.length() + 1);
    try {
      return new PackageURL("npm", scope, bare, summary.version(), null, null).canonicalize();
    } catch (MalformedPackageURLException e) {
      throw new IllegalStateException("no purl for " + full + "@" + summary.version(), e);
    }
  }

  private VersionJson.PublisherJson publisher() {
    return new VersionJson.PublisherJson(
        summary.publisher(), summary.trustedPublisher(), found.approver());
  }

  private VersionJson.DeclaredSourceJson declared() {
    return new VersionJson.DeclaredSourceJson(
        found.declaredRepositoryUrl(),
        RepositoryRefJson.ofNullable(found.declaredRepository()),
        found.repositoryDirectory(),
        found.gitHead());
  }

  private static VersionJson.ResponseJson response(
      StoredResponse stored, @Nullable AttestationResponse response) {
    return new VersionJson.ResponseJson(
        stored.url(),
        stored.fetchedAt(),
        stored.sha256(),
        stored.body().length,
        response instanceof AttestationResponse.Unreadable unreadable ? unreadable.reason() : null);
  }

  private List<AttestationJson> attestations(AttestationResponse response) {
    List<AttestationJson> attestations = new ArrayList<>();
    if (response instanceof AttestationResponse.Read read) {
      for (AttestationResponse.Item item : read.items()) {
        attestations.add(AttestationJson.of(attestations.size(), item, found.verdicts()));
      }
    }
    return attestations;
  }

  private @Nullable VersionItemJson comparedWith() {
    @Nullable Baseline baseline = ReleaseHistory.of(found.versions()).of(summary).baseline();
    return baseline == null ? null : VersionItemJson.of(name, baseline.version());
  }

  private @Nullable Instant verifiedAt() {
    return found.verdicts().stream()
        .map(RecordedVerdict::verifiedAt)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private VersionJson.VersionLinksJson links() {
    LinksJson links = LinksJson.toVersion(name, summary.version());
    return new VersionJson.VersionLinksJson(
        links.self(),
        links.html(),
        LinksJson.toPackage(name).self(),
        found.response() == null
            ? null
            : JsonPaths.attestations(found.packageName().value(), summary.version()));
  }
}
