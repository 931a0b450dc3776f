package dev.whence.verify.check;

import dev.whence.provenance.Percent;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.bundle.FulcioExtension;
import dev.whence.provenance.bundle.Signer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CI run that a Fulcio certificate states (Fulcio's oid-info.md). Certificates of early 2023
 * have extensions 1 to 6 only. A fact that a certificate does not state is null.
 */
record CertifiedRun(Signer.Certificate certificate) {

  @Nullable String repository() {
    @Nullable String uri = stated(FulcioExtension.SOURCE_REPOSITORY_URI);
    @Nullable String early = stated(FulcioExtension.WORKFLOW_REPOSITORY);
    return uri != null || early == null ? uri : "https://github.com/" + early;
  }

  @Nullable String ref() {
    return first(FulcioExtension.SOURCE_REPOSITORY_REF, FulcioExtension.WORKFLOW_REF);
  }

  @Nullable String commit() {
    return first(FulcioExtension.SOURCE_REPOSITORY_DIGEST, FulcioExtension.WORKFLOW_SHA);
  }

  @Nullable String trigger() {
    return first(FulcioExtension.BUILD_TRIGGER, FulcioExtension.WORKFLOW_TRIGGER);
  }

  @Nullable String repositoryId() {
    return stated(FulcioExtension.SOURCE_REPOSITORY_ID);
  }

  @Nullable String ownerId() {
    return stated(FulcioExtension.SOURCE_OWNER_ID);
  }

  @Nullable String runner() {
    return stated(FulcioExtension.RUNNER_ENVIRONMENT);
  }

  @Nullable String run() {
    return stated(FulcioExtension.RUN_INVOCATION_URI);
  }

  /**
   * The build definition with its ref. Early certificates name it only in their subject, unless
   * that is a reusable workflow of another repository.
   */
  @Nullable String workflow() {
    @Nullable String config = stated(FulcioExtension.BUILD_CONFIG_URI);
    return config != null || !isOfSource(certificate.identity()) ? config : certificate.identity();
  }

  @Nullable String workflowCommit() {
    return stated(FulcioExtension.BUILD_CONFIG_DIGEST);
  }

  /** Why the certificate contradicts itself, as a sentence; null if it does not. */
  @Nullable String contradiction() {
    @Nullable String signer = stated(FulcioExtension.BUILD_SIGNER_URI);
    if (signer != null && !Percent.isSamePart(signer, certificate.identity())) {
      return "The certificate's build signer " + Quoted.shown(signer) + " is not its own subject.";
    }
    @Nullable String old = stated(FulcioExtension.ISSUER);
    if (old != null && !old.equals(certificate.issuer())) {
      return "The certificate names two issuers, "
          + Quoted.shown(old)
          + " and "
          + Quoted.shown(certificate.issuer())
          + ".";
    }
    return null;
  }

  private boolean isOfSource(String workflow) {
    @Nullable String source = repository();
    Optional<WorkflowUri> uri = WorkflowUri.parse(workflow);
    return source != null
        && uri.isPresent()
        && SourceRepository.parseUrl(uri.get().repository())
            .flatMap(left -> SourceRepository.parseUrl(source).map(left::sameNames))
            .orElse(false);
  }

  private @Nullable String stated(FulcioExtension extension) {
    return certificate.extensions().get(extension.number());
  }

  private @Nullable String first(FulcioExtension now, FulcioExtension early) {
    @Nullable String value = stated(now);
    return value == null ? stated(early) : value;
  }
}
