package dev.whence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.demo.sigstore.BundleFormat;
import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.PublishRequest;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Trust material whose structure was changed: it is refused, or nothing verifies with it that did
 * not verify before, and what does still says the same.
 */
final class TrustMutants {

  /** What is stored of an attestation that verifies, but for sentences, which name the material. */
  private record Judged(
      Attestation attestation, @Nullable SlsaLevel level, List<CheckStatus> statuses) {}

  private static final List<String> OPTIONAL =
      List.of("\"end\":\"", "\"tlogs\":[{", "\"ctlogs\":[{");

  private final GeneratedTrust trust = new GeneratedTrust();
  private final Vocabulary vocabulary;
  private final JsonNode root = StructuralMutants.json(trust.sigstore().trustedRoot());
  private final JsonNode keys = StructuralMutants.json(trust.sigstore().npmKeys());
  private final List<byte[]> responses = new ArrayList<>();
  private final List<List<Judged>> genuine = new ArrayList<>();

  TrustMutants(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    vocabulary.learn(root);
    vocabulary.learn(keys);
    responses.add(
        IssuedBundle.response(
            trust.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE)),
            trust.sigstore().publish(GeneratedTrust.publishRequest())));
    responses.add(
        IssuedBundle.response(
            trust.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1_REKOR_V2))));
    for (Fault fault : Fault.values()) {
      responses.add(
          IssuedBundle.response(
              trust
                  .sigstore()
                  .provenance(GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE).with(fault))));
    }
    responses.add(IssuedBundle.response(trust.sigstore().publish(late())));
    for (byte[] response : responses) {
      genuine.add(verified(trust.verifier(), response));
    }
  }

  /** Signed by a key of npm's when another one had taken its place. */
  private static PublishRequest late() {
    return PublishRequest.of(
        BundleFormat.V0_2,
        GeneratedTrust.SUBJECT,
        GeneratedTrust.SIGNED_AT.plusSeconds(40_000_000));
  }

  /** Null where the document is refused, empty where it is not and nothing more verifies. */
  @Nullable String attemptRoot(SplittableRandom random) {
    StructureMutator mutator = new StructureMutator(random, vocabulary, true);
    return attempt(mutator.mutant(root), keys.toString(), mutator.changes());
  }

  /** The same for npm's keys. */
  @Nullable String attemptKeys(SplittableRandom random) {
    StructureMutator mutator = new StructureMutator(random, vocabulary, true);
    return attempt(root.toString(), mutator.mutant(keys), mutator.changes());
  }

  private @Nullable String attempt(String trustedRoot, String npmKeys, List<String> how) {
    AttestationVerifier verifier;
    try {
      verifier =
          new AttestationVerifier(
              TrustMaterial.parse(
                  trustedRoot.getBytes(StandardCharsets.UTF_8),
                  npmKeys.getBytes(StandardCharsets.UTF_8),
                  "a mutant",
                  GeneratedTrust.SIGNED_AT));
    } catch (TrustException refused) {
      return null;
    }
    if (saysLess(trustedRoot, root) || saysLess(npmKeys, keys)) {
      return "";
    }
    for (int i = 0; i < responses.size(); i++) {
      List<Judged> before = Objects.requireNonNull(genuine.get(i));
      for (Judged judged : verified(verifier, responses.get(i))) {
        if (!before.contains(judged)) {
          return how + " verifies response " + i + ": " + judged;
        }
      }
    }
    return "";
  }

  /**
   * Without an end or a list of logs, which may be absent, a document says by right that something
   * counts until now, or that there are no such logs: more verifies then, as it should.
   */
  private static boolean saysLess(String mutant, JsonNode genuine) {
    return OPTIONAL.stream()
        .anyMatch(part -> count(part, mutant) < count(part, genuine.toString()));
  }

  private static int count(String part, String text) {
    return text.split(Pattern.quote(part), -1).length;
  }

  private List<Judged> verified(AttestationVerifier verifier, byte[] response) {
    List<Judged> verified = new ArrayList<>();
    if (verifier.verify(response, trust.expected()) instanceof VerifiedResponse.Read read) {
      for (AttestationWithVerdict item : read.items()) {
        Verdict verdict = item.verdict();
        if (verdict.outcome() == Verdict.Outcome.VERIFIED) {
          verified.add(
              new Judged(
                  Objects.requireNonNull(item.attestation()),
                  verdict.level(),
                  verdict.checks().stream().map(Check::status).toList()));
        }
      }
    }
    return verified;
  }
}
