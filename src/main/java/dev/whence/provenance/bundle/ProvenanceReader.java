package dev.whence.provenance.bundle;

import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.GitUri;
import dev.whence.provenance.MalformedException;
import dev.whence.provenance.Percent;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.TimeSource;
import dev.whence.provenance.Workflow;
import dev.whence.provenance.predicate.Predicate;
import dev.whence.provenance.predicate.SlsaV02;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads every provenance format into one record. The predicate's facts come first; the certificate
 * adds facts that only it states (runner, run URL, ids in old formats). The identity check decides
 * whether both agree.
 */
final class ProvenanceReader {

  private ProvenanceReader() {}

  static Attestation read(Bundle bundle, Statement statement, @Nullable String wrapper)
      throws MalformedException {
    Predicate predicate = statement.predicate();
    Signer signer = signer(bundle.material());
    @Nullable LogEntry logEntry = logEntry(bundle.entries());
    @Nullable Instant integrated = logEntry == null ? null : logEntry.integratedTime();
    @Nullable Instant stamped = integrated == null ? Rfc3161.time(bundle.timestamps()) : null;
    return new Attestation(
        kind(predicate),
        statement.predicateType(),
        wrapper,
        bundle.mediaType(),
        statement.type(),
        signer,
        logEntry,
        integrated == null ? stamped : integrated,
        integrated != null
            ? TimeSource.TRANSPARENCY_LOG
            : stamped != null ? TimeSource.TIMESTAMP_AUTHORITY : null,
        statement.subjects(),
        predicate instanceof Predicate.Slsa slsa ? provenance(slsa, signer) : null);
  }

  private static AttestationKind kind(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Slsa _ -> AttestationKind.PROVENANCE;
      case Predicate.Publish _ -> AttestationKind.PUBLISH;
      case Predicate.Unknown _ -> AttestationKind.OTHER;
    };
  }

  static Signer signer(Bundle.Material material) throws MalformedException {
    return switch (material) {
      case Bundle.Material.Certificates certificates -> FulcioCertificate.read(certificates);
      case Bundle.Material.PublicKey key -> new Signer.ManagedKey(key.hint());
    };
  }

  private static @Nullable LogEntry logEntry(List<Bundle.Entry> entries) {
    if (entries.isEmpty()) {
      return null;
    }
    Bundle.Entry entry = entries.getFirst();
    Bundle.@Nullable InclusionProof proof = entry.proof();
    return new LogEntry(
        entry.kind() + "/" + entry.kindVersion(),
        entry.coveredIndex(),
        HexFormat.of().formatHex(entry.logId()),
        entry.integratedTime(),
        entry.promise() != null,
        proof != null,
        proof != null && proof.checkpoint() != null);
  }

  private static Provenance provenance(Predicate.Slsa slsa, Signer signer) {
    Map<Integer, String> stated =
        signer instanceof Signer.Certificate certificate ? certificate.extensions() : Map.of();
    @Nullable String runUrl = GitUri.webUrl(stated.get(21));
    return new Provenance(
        source(slsa, stated).orElse(null),
        decoded(or(slsa.ref(), stated.get(14))),
        slsa.commit(),
        workflow(slsa, stated),
        or(slsa.trigger(), stated.get(20)),
        runUrl == null ? slsa.runUrl() : runUrl,
        slsa.invocationId(),
        slsa.buildType(),
        builder(slsa, signer, stated.get(11)));
  }

  private static Optional<SourceRepository> source(
      Predicate.Slsa slsa, Map<Integer, String> stated) {
    if (slsa.sourceUri() == null) {
      return Optional.empty();
    }
    return SourceRepository.parseUrl(Percent.normalized(GitUri.withoutRef(slsa.sourceUri())))
        .map(
            repository ->
                repository.withIds(
                    or(slsa.repositoryId(), stated.get(15)), or(slsa.ownerId(), stated.get(17))));
  }

  private static @Nullable Workflow workflow(Predicate.Slsa slsa, Map<Integer, String> stated) {
    @Nullable String config = stated.get(18);
    @Nullable String path = slsa.workflowPath();
    if (path == null || isGitlab(slsa)) {
      path = config == null ? path : config;
    }
    if (path == null) {
      return null;
    }
    @Nullable String ref = slsa.workflowRef() == null ? GitUri.ref(config) : slsa.workflowRef();
    return new Workflow(
        Percent.decodedPart(pathInRepository(GitUri.withoutRef(path))), decoded(ref));
  }

  /** Old predicates write {@code owner/repo/path}, certificates {@code https://host/owner/…}. */
  private static String pathInRepository(String path) {
    int github = path.indexOf(".github/workflows/");
    if (github >= 0) {
      return path.substring(github);
    }
    int gitlab = path.indexOf("//", "https://".length());
    return path.startsWith("https://") && gitlab > 0 ? path.substring(gitlab + 2) : path;
  }

  private static boolean isGitlab(Predicate.Slsa slsa) {
    return slsa.buildType() != null && slsa.buildType().startsWith(SlsaV02.GITLAB_BUILD_TYPE);
  }

  private static @Nullable Builder builder(
      Predicate.Slsa slsa, Signer signer, @Nullable String runnerEnvironment) {
    return slsa.builderId() == null
        ? null
        : new Builder(slsa.builderId(), provider(signer), runnerEnvironment);
  }

  private static CiProvider provider(Signer signer) {
    @Nullable String issuer =
        signer instanceof Signer.Certificate certificate ? certificate.issuer() : null;
    return CiProvider.ofIssuer(issuer);
  }

  private static @Nullable String decoded(@Nullable String part) {
    return part == null ? null : Percent.decodedPart(part);
  }

  private static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }
}
