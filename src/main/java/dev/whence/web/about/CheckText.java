package dev.whence.web.about;

import dev.whence.provenance.CheckKind;
import dev.whence.web.ui.Link;
import java.util.List;

/**
 * What a check is, for people.
 *
 * @param asks the question that it answers
 * @param how what is compared with what
 * @param failure what it means when it fails
 * @param sources the documents that define what is right
 */
public record CheckText(
    CheckKind kind, String asks, String how, String failure, List<Link> sources) {

  private record Words(String asks, String how, String failure, List<String> sources) {}

  /** All twelve, in order. */
  static List<CheckText> all() {
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
        "Can it be read at all, and only in one way?",
        "The bundle must be JSON of a known Sigstore bundle version, within limits of size and"
            + " depth; the signed payload must be an in-toto statement. The label that the registry"
            + " puts on an attestation is not signed, so it must equal the predicate type that is.",
        "Either the file is damaged, or it says one thing outside and another inside.",
        List.of(
            "https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto",
            "https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md"));
  }

  private static Words certificateChain() {
    return new Words(
        "Did a trusted authority issue the certificate that signed?",
        "A CI run has no key of its own. It gets a certificate that is valid for ten minutes from"
            + " Sigstore's certificate authority, Fulcio. The certificate must have been issued by"
            + " an authority in the trusted root that counted at the time of signing, and must be"
            + " one for signing code. Certificates that the bundle brings along are not used.",
        "The certificate could have been made by anybody, and with it everything that it says.",
        List.of(
            "https://github.com/sigstore/fulcio/blob/main/docs/certificate-specification.md",
            "https://www.rfc-editor.org/rfc/rfc5280"));
  }

  private static Words certificateTransparency() {
    return new Words(
        "Was the certificate issued in public?",
        "Fulcio logs each certificate before it hands it out. The log answers with a signed"
            + " certificate timestamp, which is part of the certificate; its signature must be by a"
            + " trusted log.",
        "The authority may have issued the certificate where nobody could see it.",
        List.of("https://www.rfc-editor.org/rfc/rfc6962"));
  }

  private static Words transparencyLog() {
    return new Words(
        "Does a public log vouch for the signature?",
        "Each signature is entered in Sigstore's transparency log, Rekor, which can only be added"
            + " to. The bundle carries the log's signed promise, or a proof that the entry is in the"
            + " log under a signed checkpoint, or both. What its version demands must be there, and"
            + " all that is there must be right.",
        "Nobody but the signer says that this signature existed, and nobody could have noticed it.",
        List.of(
            "https://www.rfc-editor.org/rfc/rfc9162",
            "https://github.com/C2SP/C2SP/blob/main/tlog-checkpoint.md"));
  }

  private static Words logEntry() {
    return new Words(
        "Is the log entry about this bundle, and not about another?",
        "The entry's body must have the hash of this payload, this signature and this signer's"
            + " certificate or key.",
        "The entry is real, but it was made for something else and does not vouch for this bundle.",
        List.of("https://github.com/sigstore/architecture-docs/blob/main/client-spec.md"));
  }

  private static Words signingTime() {
    return new Words(
        "Was it signed while the certificate or key was valid?",
        "The log, or a timestamp authority, vouches for the time of signing. The certificate was"
            + " valid for about ten minutes, npm's keys for years; the time must lie within. A key"
            + " that has ended since does not matter.",
        "A key that was lost or stolen later could have been used.",
        List.of(
            "https://www.rfc-editor.org/rfc/rfc3161",
            "https://github.com/sigstore/architecture-docs/blob/main/client-spec.md"));
  }

  private static Words signature() {
    return new Words(
        "Did the certificate's holder sign exactly these words?",
        "The signature over the statement and its type must fit the key in the certificate, or"
            + " npm's key.",
        "The statement was changed after it was signed, or somebody else signed it.",
        List.of("https://github.com/secure-systems-lab/dsse/blob/master/protocol.md"));
  }

  private static Words subject() {
    return new Words(
        "Is it about this version, and about the file that the registry serves?",
        "The statement names one subject: a package URL and the sha512 digest of the tarball. The"
            + " name and version must be this one's, and the digest must equal dist.integrity in the"
            + " registry's answer, which npm checks when it installs. Where that states two different"
            + " sha512, npm takes either file, and this could not be checked.",
        "The statement is about another package, another version or another file.",
        List.of(
            "https://github.com/package-url/purl-spec",
            "https://docs.npmjs.com/generating-provenance-statements"));
  }

  private static Words identity() {
    return new Words(
        "Is what the build says of itself what its CI service said?",
        "The statement is written by the build. The certificate is filled in by Fulcio from the CI"
            + " service's own token, which the build cannot change. Repository, ref, commit,"
            + " workflow, trigger and run must be equal wherever both state them. Of another CI"
            + " service than GitHub Actions and GitLab CI this could not be checked.",
        "The build claims to come from somewhere else than it does.",
        List.of("https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md"));
  }

  private static Words builder() {
    return new Words(
        "What ran the build, and could its owner have interfered?",
        "The builder's id and the runner's kind are compared with those that are known; from them"
            + " follows the SLSA Build level. A runner that the project hosts itself is no reason to"
            + " reject: the check then does not apply, and no level is assigned. A builder that is"
            + " not known could not be checked.",
        "No builder is named, so nothing can be said about how it was built.",
        List.of(
            "https://slsa.dev/spec/v1.0/levels",
            "https://github.com/slsa-framework/slsa-github-generator"));
  }

  private static Words publish() {
    return new Words(
        "Does npm itself say that it took in this version?",
        "npm signs an attestation of its own when a version is published with provenance. It must"
            + " be signed with a key of npm's, and name the same version and digest as the"
            + " provenance.",
        "npm's word and the build's word are about different things.",
        List.of("https://github.com/npm/attestation/tree/main/specs/publish/v0.1"));
  }

  private static Words registrySignature() {
    return new Words(
        "Is what the registry answered signed by npm?",
        "npm signs the name, version and integrity of each version. The signature must fit, by a"
            + " key of npm's that had not ended when the version was published. Of several, one that"
            + " fits is enough.",
        "The registry, or something between it and us, changed the answer.",
        List.of("https://docs.npmjs.com/about-registry-signatures"));
  }
}
