package dev.whence.catalog;

import dev.whence.catalog.ServedResponse.Entry;
import dev.whence.catalog.VerdictWrites.Judged;
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

/** Stores what was served for versions, what was read from it, and the verdicts. */
final class ServedStore {

  private final SourceWrites sources;
  private final ResponseWrites responses;
  private final AttestationWrites attestations;
  private final VerdictWrites verdicts;

  ServedStore(Connection connection) {
    this.sources = new SourceWrites(connection);
    this.responses = new ResponseWrites(connection);
    this.attestations = new AttestationWrites(connection);
    this.verdicts = new VerdictWrites(connection);
  }

  /** What attestations refer to, and what packuments do; before anything else is written. */
  Repositories sources(Stream<@Nullable SourceRepository> declared, List<Entry> entries)
      throws SQLException {
    List<Provenance> provenances =
        entries.stream().filter(Entry::hasProvenance).map(Entry::provenance).toList();
    Stream<@Nullable SourceRepository> named =
        Stream.concat(declared, provenances.stream().map(Provenance::source));
    Repositories repositories =
        sources.repositories(named.filter(Objects::nonNull).distinct().toList());
    sources.addWorkflowsAndBuilders(provenances, repositories);
    sources.identify(
        entries.stream().map(ServedStore::identified).flatMap(Optional::stream).toList(),
        repositories);
    return repositories;
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
  int attestations(List<Judged> judged, Repositories repositories) throws SQLException {
    List<Entry> entries = judged.stream().map(Judged::entry).toList();
    attestations.attestations(entries);
    attestations.provenances(entries.stream().filter(Entry::hasProvenance).toList(), repositories);
    return verdicts.append(judged);
  }

  /** After crawls: which evidence each version has. */
  void evidence(List<PackageWrite> writes) throws SQLException {
    responses.evidence(writes.stream().flatMap(w -> w.responses().stream()).toList());
    responses.notServed(writes);
  }

  /** After new verdicts on old responses. */
  void evidenceAgain(List<ServedResponse> served) throws SQLException {
    responses.evidenceAgain(served);
  }
}
