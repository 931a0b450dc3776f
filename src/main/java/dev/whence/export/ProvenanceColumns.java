package dev.whence.export;

import static dev.whence.export.Column.Type.HEX;
import static dev.whence.export.Column.Type.TEXT;
import static dev.whence.export.Column.Type.WORD;

import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import java.util.ArrayList;
import java.util.List;

/** What a provenance states, normalised; all empty if an attestation is no provenance. */
final class ProvenanceColumns {

  static final List<Column<Provenance>> ALL = all();

  private ProvenanceColumns() {}

  private static List<Column<Provenance>> all() {
    List<Column<Provenance>> columns = new ArrayList<>();
    source().forEach(column -> columns.add(column.in(Provenance::source)));
    columns.add(
        Column.of(
            "ref",
            TEXT,
            "The git ref that was built. A claim unless outcome is verified.",
            Provenance::ref));
    columns.add(
        Column.of(
            "commit",
            HEX,
            "The git commit that was built. A claim unless outcome is verified.",
            Provenance::commit));
    workflow().forEach(column -> columns.add(column.in(Provenance::workflow)));
    columns.addAll(run());
    builder().forEach(column -> columns.add(column.in(Provenance::builder)));
    return List.copyOf(columns);
  }

  private static List<Column<SourceRepository>> source() {
    return List.of(
        Column.of(
            "source_host",
            TEXT,
            "The forge of the repository that the provenance names. A claim unless outcome is verified.",
            SourceRepository::host),
        Column.of(
            "source_owner",
            TEXT,
            "The account; at GitLab the group path.",
            SourceRepository::owner),
        Column.of("source_name", TEXT, "The repository's name.", SourceRepository::name),
        Column.of(
            "source_repository_id",
            TEXT,
            "The forge's own id, which stays after a rename.",
            SourceRepository::repositoryId),
        Column.of(
            "source_owner_id",
            TEXT,
            "The forge's own id of the owner.",
            SourceRepository::ownerId));
  }

  private static List<Column<Workflow>> workflow() {
    return List.of(
        Column.of("workflow_path", TEXT, "The build definition's file.", Workflow::path),
        Column.of(
            "workflow_ref", TEXT, "The git ref that the file was taken from.", Workflow::ref));
  }

  private static List<Column<Provenance>> run() {
    return List.of(
        Column.of("trigger", TEXT, "The event that started the run.", Provenance::trigger),
        Column.of("run_url", TEXT, "The address of the CI run's page.", Provenance::runUrl),
        Column.of(
            "invocation_id",
            TEXT,
            "The predicate's own invocation id, unchanged.",
            Provenance::invocationId),
        Column.of("build_type", TEXT, "The predicate's build type, a URI.", Provenance::buildType));
  }

  private static List<Column<Builder>> builder() {
    return List.of(
        Column.of("builder_id", TEXT, "The predicate's builder id, a URI.", Builder::id),
        Column.of(
            "ci_provider",
            WORD,
            "The CI service: " + Word.all(CiProvider.values()) + ".",
            builder -> Word.of(builder.provider())),
        Column.of(
            "runner_environment",
            TEXT,
            "The kind of runner, from the certificate; early certificates do not state it.",
            Builder::runnerEnvironment));
  }
}
