package dev.whence.catalog.write;

import dev.whence.catalog.sql.Compressed;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.provenance.bundle.FulcioExtension;
import dev.whence.provenance.bundle.Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A response that the registry served for a version, ready to be written.
 *
 * @param problem why it is not an attestation response; absent if it is one
 */
record ServedResponse(
    long packageId,
    String version,
    String url,
    Instant fetchedAt,
    byte[] body,
    byte[] sha256,
    @Nullable String problem,
    List<AttestationWithVerdict> items) {

  /** One attestation of a response. */
  record Entry(ServedResponse response, int ordinal, AttestationWithVerdict item) {

    @Nullable Attestation attestation() {
      return item.attestation();
    }

    Verdict verdict() {
      return item.verdict();
    }

    /** Call it only for entries that have one. */
    Provenance provenance() {
      return Objects.requireNonNull(Objects.requireNonNull(item.attestation()).provenance());
    }

    /**
     * The repository that the provenance states. It has the forge's ids if the certificate has them
     * and every check passed. Otherwise, and if only the predicate states it, it has names only.
     */
    @Nullable SourceRepository source() {
      @Nullable SourceRepository stated = provenance().source();
      @Nullable Attestation attestation = item.attestation();
      if (stated == null
          || verdict().outcome() != Verdict.Outcome.VERIFIED
          || attestation == null
          || !(attestation.signer() instanceof Signer.Certificate certificate)) {
        return stated == null ? null : stated.withIds(null, null);
      }
      @Nullable String id =
          certificate.extensions().get(FulcioExtension.SOURCE_REPOSITORY_ID.number());
      @Nullable String owner =
          certificate.extensions().get(FulcioExtension.SOURCE_OWNER_ID.number());
      return stated.withIds(id, id == null ? null : owner);
    }

    boolean hasProvenance() {
      return item.attestation() != null && item.attestation().provenance() != null;
    }
  }

  static List<ServedResponse> of(PackageCrawl crawl, long packageId) {
    List<ServedResponse> served = new ArrayList<>();
    crawl
        .attestations()
        .forEach(
            (version, fetch) -> {
              switch (fetch) {
                case AttestationFetch.Served s ->
                    served.add(
                        of(packageId, version, s.url(), s.fetchedAt(), s.body(), null, s.items()));
                case AttestationFetch.Unreadable u ->
                    served.add(
                        of(
                            packageId,
                            version,
                            u.url(),
                            u.fetchedAt(),
                            u.body(),
                            u.reason(),
                            List.of()));
                case AttestationFetch.NotServed _ -> {}
              }
            });
    return served;
  }

  /** A response that was served earlier, and is read again. */
  static ServedResponse again(
      long packageId,
      String version,
      String url,
      Instant fetchedAt,
      byte[] body,
      List<AttestationWithVerdict> items) {
    return of(packageId, version, url, fetchedAt, body, null, items);
  }

  private static ServedResponse of(
      long packageId,
      String version,
      String url,
      Instant fetchedAt,
      byte[] body,
      @Nullable String problem,
      List<AttestationWithVerdict> items) {
    return new ServedResponse(
        packageId, version, url, fetchedAt, body, Compressed.sha256(body), problem, items);
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int ordinal = 0; ordinal < items.size(); ordinal++) {
      entries.add(new Entry(this, ordinal, items.get(ordinal)));
    }
    return entries;
  }
}
