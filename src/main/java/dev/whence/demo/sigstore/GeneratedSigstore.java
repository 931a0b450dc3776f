package dev.whence.demo.sigstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.provenance.RegistrySignature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A generated Sigstore, with keys for npm. The seed and the request determine what it issues, in
 * any order and on any thread. Its logs prove that an entry is in a tree. They do not prove that
 * the tree of one checkpoint contains the tree of an earlier one, because nobody can ask for that
 * proof.
 */
public final class GeneratedSigstore {

  /** The URI of the npm publish attestation's predicate type. */
  public static final String PUBLISH =
      "https://github.com/npm/attestation/tree/main/specs/publish/v0.1";

  private static final String STATEMENT_V0_1 = "https://in-toto.io/Statement/v0.1";
  private static final String STATEMENT_V1 = "https://in-toto.io/Statement/v1";

  /** npm changed its key once, after a bit more than two years. */
  private static final Duration FIRST_KEY_LIFE = Duration.ofDays(1155);

  private static final Duration KEYS_OVERLAP = Duration.ofDays(14);
  private static final Duration RETIRED_EARLIER = Duration.ofDays(730);
  private static final long ENTRIES_OF_EARLIER_SHARDS = 4_163_431;

  private final String seed;
  private final Instant since;
  private final String registry;
  private final CertificateLog certificateLog;
  private final CertificateAuthority authority;
  private final CertificateAuthority retired;
  private final CertificateAuthority unknown;
  private final TransparencyLog log;
  private final TransparencyLog logV2;
  private final TimestampAuthority timestamps;
  private final List<NpmKey> npmKeys;

  private GeneratedSigstore(String seed, Instant since, String registry) {
    this.seed = seed;
    this.since = since;
    this.registry = registry;
    EcKey stranger = EcKey.of(EcKey.Curve.P256, seed, "stranger");
    this.certificateLog = new CertificateLog(EcKey.of(EcKey.Curve.P256, seed, "ctlog"));
    this.authority = new CertificateAuthority(seed, "authority", since, certificateLog);
    this.retired =
        new CertificateAuthority(seed, "retired", since.minus(RETIRED_EARLIER), certificateLog);
    this.unknown = new CertificateAuthority(seed, "unknown", since, certificateLog);
    this.log =
        new TransparencyLog(
            "rekor.generated.example",
            "2605736670972794746",
            EcKey.of(EcKey.Curve.P256, seed, "log"),
            stranger,
            since,
            ENTRIES_OF_EARLIER_SHARDS);
    this.logV2 =
        new TransparencyLog(
            "log2.rekor.generated.example", "", Ed25519Key.of(seed, "log v2"), stranger, since, 0);
    this.timestamps = new TimestampAuthority(seed, since);
    Instant change = since.plus(FIRST_KEY_LIFE);
    this.npmKeys =
        List.of(
            new NpmKey(EcKey.of(EcKey.Curve.P256, seed, "npm 1"), since, change),
            new NpmKey(
                EcKey.of(EcKey.Curve.P256, seed, "npm 2"), change.minus(KEYS_OVERLAP), null));
  }

  /**
   * Makes one.
   *
   * @param since when it began, in whole seconds; nothing that it issues may be older
   * @param registry the address that publish attestations name
   */
  public static GeneratedSigstore of(String seed, Instant since, String registry) {
    return new GeneratedSigstore(seed, since, registry);
  }

  /** It signs nothing before this time. */
  public Instant began() {
    return since;
  }

  /** Sigstore's trusted_root.json. */
  public byte[] trustedRoot() {
    Instant retirement = since.minusSeconds(1);
    return Json.bytes(
        TrustedRoot.of(
            List.of(
                TrustedRoot.log(log.url(), log.key(), log.id(), since),
                TrustedRoot.log(logV2.url(), logV2.key(), logV2.id(), since)),
            List.of(
                TrustedRoot.authority(
                    "https://fulcio.generated.example",
                    "generated-sigstore",
                    retired.chain(),
                    since.minus(RETIRED_EARLIER),
                    retirement),
                TrustedRoot.authority(
                    "https://fulcio.generated.example",
                    "generated-sigstore",
                    authority.chain(),
                    since,
                    null)),
            TrustedRoot.log(
                "https://ctlog.generated.example",
                certificateLog.key(),
                certificateLog.key().id(),
                since),
            TrustedRoot.authority(
                "https://timestamps.generated.example/api/v1/timestamp",
                "generated-timestamps",
                timestamps.chain(),
                since,
                null)));
  }

  /** npm's keys as Sigstore's TUF repository has them. */
  public byte[] npmKeys() {
    return Json.bytes(
        Json.object(
            "keys", Json.array(npmKeys.stream().flatMap(key -> key.tufJson().stream()).toList())));
  }

  /** npm's keys as the registry serves them. */
  public byte[] registryKeys() {
    return Json.bytes(
        Json.object("keys", Json.array(npmKeys.stream().map(NpmKey::registryJson).toList())));
  }

  /** The registry's signature on a version, by the key of that time. */
  public RegistrySignature signature(Subject subject, Instant time) {
    NpmKey key = npmKey(time);
    String text = subject.name() + "@" + subject.version() + ":" + subject.digest().integrity();
    return new RegistrySignature(
        key.id(), Base64.getEncoder().encodeToString(key.key().sign(Digests.utf8(text))));
  }

  /** Issues provenance: certificate, signature, log entry. */
  public IssuedBundle provenance(ProvenanceRequest request) {
    return provenance(request, _ -> {});
  }

  /**
   * Issues provenance whose predicate was edited before it was signed.
   *
   * @param edit what the build writes differently from its CI service
   */
  public IssuedBundle provenance(ProvenanceRequest request, Consumer<ObjectNode> edit) {
    Shape shape = request.shape();
    Set<Fault> faults = request.faults();
    EcKey leaf = EcKey.of(EcKey.Curve.P256, seed, "leaf " + request.label());
    SignatureMaterial material = new SignatureMaterial(certificate(leaf, request), null);
    ObjectNode predicate = shape.predicate(request.claimed());
    edit.accept(predicate);
    if (faults.contains(Fault.NO_BUILDER)) {
      predicate.remove("builder");
      if (predicate.path("runDetails") instanceof ObjectNode details) {
        details.remove("builder");
      }
    }
    byte[] payload =
        Json.bytes(
            subject(request.subject(), faults)
                .statement(
                    shape.isV1() ? STATEMENT_V1 : STATEMENT_V0_1,
                    shape.predicateType(),
                    predicate));
    Envelope envelope = Envelope.sign(payload, signer(leaf, faults), null);
    return bundle(shape, envelope, material, request.signedAt(), faults);
  }

  /** Issues npm's publish attestation. */
  public IssuedBundle publish(PublishRequest request) {
    Set<Fault> faults = request.faults();
    Subject subject = subject(request.subject(), faults);
    NpmKey key = npmKey(request.signedAt());
    ObjectNode predicate =
        Json.object(
            "name",
            subject.name().value(),
            "version",
            faults.contains(Fault.OTHER_VERSION) ? subject.version() + "1" : subject.version(),
            "registry",
            registry);
    byte[] payload = Json.bytes(subject.statement(STATEMENT_V0_1, PUBLISH, predicate));
    Envelope envelope = Envelope.sign(payload, signer(key.key(), faults), key.id());
    SignatureMaterial material = new SignatureMaterial(key.key().encoded(), key.id());
    WrittenLogBody body = WrittenLogBody.intoto(logged(envelope, faults), material);
    ObjectNode entry =
        log.append(body, request.signedAt(), true, request.format().hasProof(), faults);
    return issued(PUBLISH, request.format(), material, envelope, entry, null, faults);
  }

  private byte[] certificate(EcKey leaf, ProvenanceRequest request) {
    CertificateAuthority issuer =
        request.faults().contains(Fault.RETIRED_AUTHORITY)
            ? retired
            : request.faults().contains(Fault.UNKNOWN_AUTHORITY) ? unknown : authority;
    CiRun run = request.certified();
    Instant asked = request.signedAt().minusSeconds(2);
    return issuer.issue(
        leaf,
        run.signer(),
        FulcioClaims.of(run, request.shape().isEarly(), request.faults()),
        asked,
        request.faults());
  }

  private IssuedBundle bundle(
      Shape shape,
      Envelope envelope,
      SignatureMaterial material,
      Instant signedAt,
      Set<Fault> faults) {
    WrittenLogBody body = shape.logBody(logged(envelope, faults), material);
    Instant logged =
        faults.contains(Fault.LOGGED_TOO_LATE)
            ? signedAt.plus(Duration.ofHours(1))
            : faults.contains(Fault.LOGGED_TOO_EARLY)
                ? signedAt.minus(Duration.ofHours(1))
                : signedAt;
    if (!shape.hasTimestamp()) {
      ObjectNode entry = log.append(body, logged, true, shape.format().hasProof(), faults);
      return issued(shape.predicateType(), shape.format(), material, envelope, entry, null, faults);
    }
    byte[] stamped =
        faults.contains(Fault.OTHER_TIMESTAMP) ? envelope.payload() : envelope.signature();
    return issued(
        shape.predicateType(),
        shape.format(),
        material,
        envelope,
        logV2.append(body, logged, false, true, faults),
        timestamps.stamp(stamped, logged),
        faults);
  }

  private static IssuedBundle issued(
      String predicateType,
      BundleFormat format,
      SignatureMaterial material,
      Envelope signed,
      ObjectNode entry,
      byte @Nullable [] timestamp,
      Set<Fault> faults) {
    ObjectNode verification = format.material(material);
    verification.set("tlogEntries", Json.array(entry));
    List<ObjectNode> stamps =
        timestamp == null
            ? List.of()
            : List.of(Json.object("signedTimestamp", Json.base64(timestamp)));
    verification.set(
        "timestampVerificationData", Json.object("rfc3161Timestamps", Json.array(stamps)));
    Envelope envelope =
        faults.contains(Fault.TAMPERED_PAYLOAD) ? signed.withPayload(tampered(signed)) : signed;
    ObjectNode bundle =
        Json.object(
            "mediaType",
            format.mediaType(),
            "verificationMaterial",
            verification,
            "dsseEnvelope",
            envelope.json());
    return new IssuedBundle(
        faults.contains(Fault.MISLABELLED) ? "https://slsa.dev/provenance/v0.1" : predicateType,
        bundle);
  }

  /** The log entry's envelope: this one, or, with the fault, another genuine one. */
  private static Envelope logged(Envelope envelope, Set<Fault> faults) {
    return faults.contains(Fault.OTHER_ENTRY) ? envelope.withPayload(tampered(envelope)) : envelope;
  }

  /** Still a well-formed statement, with additional white space that was not signed. */
  private static byte[] tampered(Envelope envelope) {
    byte[] payload = Arrays.copyOf(envelope.payload(), envelope.payload().length + 1);
    payload[payload.length - 1] = '\n';
    return payload;
  }

  private static Subject subject(Subject subject, Set<Fault> faults) {
    return faults.contains(Fault.OTHER_DIGEST) ? subject.withOtherDigest() : subject;
  }

  private SigningKey signer(EcKey key, Set<Fault> faults) {
    return faults.contains(Fault.FORGED_SIGNATURE)
        ? EcKey.of(EcKey.Curve.P256, seed, "forger")
        : key;
  }

  private NpmKey npmKey(Instant time) {
    return npmKeys.stream().filter(key -> key.isUsedAt(time)).findFirst().orElseThrow();
  }
}
