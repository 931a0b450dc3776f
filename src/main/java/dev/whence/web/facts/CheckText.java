package dev.whence.web.facts;

import dev.whence.provenance.CheckKind;
import dev.whence.web.ui.Link;
import java.util.List;

/**
 * A check, explained for people.
 *
 * @param asks the question that it answers
 * @param how how the check works
 * @param failure what a failure means
 * @param sources the documents that define the rules
 */
public record CheckText(
    CheckKind kind, String asks, String how, String failure, List<Link> sources) {

  private record Words(String asks, String how, String failure, List<String> sources) {}

  /** All twelve, in order. */
  public static List<CheckText> all() {
    return List.of(CheckKind.values()).stream().map(CheckText::of).toList();
  }

  /** The question that a check answers. */
  public static String question(CheckKind kind) {
    return words(kind).asks();
  }

  private static CheckText of(CheckKind kind) {
    Words words = words(kind);
    return new CheckText(
        kind,
        words.asks(),
        words.how(),
        words.failure(),
        words.sources().stream().map(Link::to).flatMap(java.util.Optional::stream).toList());
  }

  private static Words words(CheckKind kind) {
    return switch (kind) {
      case FORMAT -> format();
      case CERTIFICATE_CHAIN -> certificateChain();
      case CERTIFICATE_TRANSPARENCY -> certificateTransparency();
      case TRANSPARENCY_LOG -> transparencyLog();
      case LOG_ENTRY -> logEntry();
      case SIGNING_TIME -> signingTime();
      case SIGNATURE -> signature();
      case SUBJECT -> subject();
      case IDENTITY -> identity();
      case BUILDER -> builder();
      case PUBLISH -> publish();
      case REGISTRY_SIGNATURE -> registrySignature();
    };
  }

  private static Words format() {
    return new Words(
        "Can we read it, and does it have only one meaning?",
        "An attestation comes in a Sigstore bundle (the signature file). It must be JSON of a"
            + " bundle version that we know, within limits of size and depth. The signed part"
            + " must be an in-toto statement. The registry puts a label on each attestation,"
            + " which nobody signed. It must equal the predicate type, which is signed.",
        "The file is damaged, or it says one thing outside and another inside.",
        List.of(
            "https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto",
            "https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md"));
  }

  private static Words certificateChain() {
    return new Words(
        "Did a trusted authority issue the certificate that signed?",
        "A CI run has no key of its own. Sigstore's certificate authority, Fulcio, gives it a"
            + " certificate that is valid for ten minutes. The authority must be in the trusted"
            + " root and valid at the time of signing. The certificate must be one for signing"
            + " code. We ignore other certificates in the bundle.",
        "Anybody could have made the certificate, and everything that it says.",
        List.of(
            "https://github.com/sigstore/fulcio/blob/main/docs/certificate-specification.md",
            "https://www.rfc-editor.org/rfc/rfc5280"));
  }

  private static Words certificateTransparency() {
    return new Words(
        "Was the certificate issued in public?",
        "Fulcio puts each certificate in a public log before it hands it out. The log answers"
            + " with a signed certificate timestamp, which becomes part of the certificate. A"
            + " trusted log must have signed it.",
        "The authority may have issued the certificate where nobody could see it.",
        List.of("https://www.rfc-editor.org/rfc/rfc6962"));
  }

  private static Words transparencyLog() {
    return new Words(
        "Does a public log vouch for the signature?",
        "Sigstore's transparency log, Rekor, has an entry for each signature. Entries can be"
            + " added and never changed. The bundle carries a time stamp that the log signed, or"
            + " a proof that the entry is in the log, or both. What the bundle's version demands"
            + " must be there, and everything that is there must be right.",
        "Only the signer says that this signature existed, and nobody else could have noticed it.",
        List.of(
            "https://www.rfc-editor.org/rfc/rfc9162",
            "https://github.com/C2SP/C2SP/blob/main/tlog-checkpoint.md"));
  }

  private static Words logEntry() {
    return new Words(
        "Is the log entry about this bundle, and not about another?",
        "The bundle is the signature file, and the log has an entry for it. The entry must have"
            + " the hash of this statement, this signature, and the certificate or key that"
            + " signed.",
        "The entry is real, but it was made for something else. It does not vouch for this"
            + " signature.",
        List.of("https://github.com/sigstore/architecture-docs/blob/main/client-spec.md"));
  }

  private static Words signingTime() {
    return new Words(
        "Was it signed while the certificate or key was valid?",
        "The log, or a timestamp authority, states the time of signing. A certificate is valid"
            + " for about ten minutes, npm's keys for years. The time must be within that period."
            + " It does not matter that the certificate or key expired later.",
        "Somebody who found or stole the key later could have used it.",
        List.of(
            "https://www.rfc-editor.org/rfc/rfc3161",
            "https://github.com/sigstore/architecture-docs/blob/main/client-spec.md"));
  }

  private static Words signature() {
    return new Words(
        "Did the certificate's holder sign exactly these words?",
        "The signature over the statement and its type must fit the key in the certificate, or"
            + " npm's key.",
        "Somebody changed the statement after it was signed, or somebody else signed it.",
        List.of("https://github.com/secure-systems-lab/dsse/blob/master/protocol.md"));
  }

  private static Words subject() {
    return new Words(
        "Is it about this version, and about the file whose digest the registry states?",
        "The statement names one subject: a package URL and the sha512 digest of the package's"
            + " file. Name and version must be those of this version. The digest must equal"
            + " dist.integrity in the registry's answer, which npm compares when it installs."
            + " Where the registry states two different sha512, npm takes either file, and this"
            + " check is inconclusive.",
        "The statement is about another package, another version or another file.",
        List.of(
            "https://github.com/package-url/purl-spec",
            "https://docs.npmjs.com/generating-provenance-statements"));
  }

  private static Words identity() {
    return new Words(
        "Do the build and its CI service say the same about the build?",
        "The build writes the statement itself. Fulcio fills in the certificate from the CI"
            + " service's own token, which the build cannot change. Repository, ref, commit,"
            + " workflow, trigger and run must be equal wherever both state them. For CI services"
            + " other than GitHub Actions and GitLab CI, this check is inconclusive.",
        "The build says that it comes from somewhere else than it does.",
        List.of("https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md"));
  }

  private static Words builder() {
    return new Words(
        "What ran the build, and could its owner have interfered?",
        "We compare the builder's id and the kind of runner with those that we know. The SLSA"
            + " Build level follows from them. A runner that the project hosts itself is no"
            + " reason to reject: the check is then not applicable, and there is no level. For a"
            + " builder that we do not know, the check is inconclusive.",
        "The statement names no builder, so we cannot say how the version was built.",
        List.of(
            "https://slsa.dev/spec/v1.0/levels",
            "https://github.com/slsa-framework/slsa-github-generator"));
  }

  private static Words publish() {
    return new Words(
        "Does npm itself say that it accepted this version?",
        "npm signs an attestation of its own when somebody publishes a version with provenance."
            + " One of npm's keys must have signed it. It must name the same version and digest"
            + " as the provenance.",
        "npm's attestation and the provenance are about different things.",
        List.of("https://github.com/npm/attestation/tree/main/specs/publish/v0.1"));
  }

  private static Words registrySignature() {
    return new Words(
        "Is what the registry answered signed by npm?",
        "npm signs the name, version and integrity of each version. The signature must fit, with"
            + " a key of npm's that had not expired when the version was published. Of several"
            + " signatures, one good one is enough.",
        "The registry, or something between it and us, changed the answer.",
        List.of("https://docs.npmjs.com/about-registry-signatures"));
  }
}
