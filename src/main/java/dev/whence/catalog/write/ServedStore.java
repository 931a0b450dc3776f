package dev.whence.catalog.write;

import dev.whence.catalog.write.ServedResponse.Entry;
import dev.whence.catalog.write.VerdictWrites.Judged;
import dev.whence.provenance.SourceRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores served responses, their contents, and the verdicts. */
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

  /** Writes the rows to which attestations and packuments refer, before all others. */
  Repositories sources(Stream<@Nullable SourceRepository> declared, List<Entry> entries)
      throws SQLException {
    List<Entry> built = entries.stream().filter(Entry::hasProvenance).toList();
    Stream<@Nullable SourceRepository> named =
        Stream.concat(declared, built.stream().map(Entry::source));
    Repositories repositories =
        sources.repositories(named.filter(Objects::nonNull).distinct().toList());
    sources.addWorkflowsAndBuilders(built, repositories);
    return repositories;
  }

  void responses(List<ServedResponse> served) throws SQLException {
    responses.responses(served);
  }

  /** Returns the number of new verdicts. */
  int attestations(List<Judged> judged, Repositories repositories) throws SQLException {
    List<Entry> entries = judged.stream().map(Judged::entry).toList();
    attestations.attestations(entries);
    List<Entry> built = entries.stream().filter(Entry::hasProvenance).toList();
    attestations.provenances(built, repositories);
    sources.identify(built, repositories);
    return verdicts.append(judged);
  }

  /** After crawls: writes the evidence of each version. */
  void evidence(List<PackageWrite> writes) throws SQLException {
    responses.evidence(writes.stream().flatMap(w -> w.responses().stream()).toList());
    responses.notServed(writes);
  }

  /** The same, after new verdicts on old responses. */
  void evidenceAgain(List<ServedResponse> served) throws SQLException {
    responses.evidenceAgain(served);
  }
}
