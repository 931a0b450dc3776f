package dev.whence.catalog;

import dev.whence.catalog.ServedResponse.Entry;
import dev.whence.provenance.Attestation;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores what was served for one package's versions, what was read from it, and the verdicts. */
final class ServedStore {

  private final SourceWrites sources;
  private final ResponseWrites responses;
  private final AttestationWrites attestations;
  private final VerdictWrites verdicts;

  ServedStore(Connection connection, long packageId) {
    this.sources = new SourceWrites(connection);
    this.responses = new ResponseWrites(connection, packageId);
    this.attestations = new AttestationWrites(connection, packageId);
    this.verdicts = new VerdictWrites(connection, packageId);
  }

  /** What attestations refer to, and what the packument does; before anything else is written. */
  void sources(Stream<@Nullable SourceRepository> declared, List<Entry> entries)
      throws SQLException {
    List<Provenance> provenances =
        entries.stream().filter(Entry::hasProvenance).map(Entry::provenance).toList();
    Stream<@Nullable SourceRepository> named =
        Stream.concat(declared, provenances.stream().map(Provenance::source));
    sources.addRepositories(named.filter(Objects::nonNull).distinct().toList());
    sources.addWorkflowsAndBuilders(provenances);
    sources.identify(
        entries.stream().map(ServedStore::identified).flatMap(Optional::stream).toList());
  }

  /** Only a verified provenance says who a repository is. */
  private static Optional<SourceWrites.Identified> identified(Entry entry) {
    @Nullable Attestation attestation = entry.attestation();
    if (attestation == null
        || entry.verdict().outcome() != Verdict.Outcome.VERIFIED
        || attestation.provenance() == null) {
      return Optional.empty();
    }
    @Nullable SourceRepository source = attestation.provenance().source();
    @Nullable Instant signedAt = attestation.signedAt();
    return source == null || source.repositoryId() == null || signedAt == null
        ? Optional.empty()
        : Optional.of(new SourceWrites.Identified(source, signedAt));
  }

  void responses(List<ServedResponse> served) throws SQLException {
    responses.responses(served);
  }

  /** Gives how many verdicts are new. */
  int attestations(List<Entry> entries, long verifierId, Instant verifiedAt) throws SQLException {
    attestations.attestations(entries);
    attestations.provenances(entries.stream().filter(Entry::hasProvenance).toList());
    return verdicts.append(entries, verifierId, verifiedAt);
  }

  /** After a crawl: which evidence each version has. */
  void evidence(PackageCrawl crawl, List<ServedResponse> served) throws SQLException {
    responses.evidence(served);
    responses.notServed(crawl);
  }

  /** After new verdicts on old responses. */
  void evidenceAgain(List<ServedResponse> served) throws SQLException {
    responses.evidenceAgain(served);
  }
}
