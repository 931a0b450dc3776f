package dev.whence.verify.check;

import static dev.whence.provenance.CheckKind.FORMAT;

import dev.whence.provenance.Check;
import dev.whence.provenance.Quoted;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.provenance.bundle.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Check 1: the bundle and its statement are well-formed, and the unsigned wrapper agrees. */
public final class FormatCheck {

  static final Set<String> STATEMENT_TYPES =
      Set.of("https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1");

  private FormatCheck() {}

  public static Check check(CheckInput in) {
    @Nullable Attestation attestation = in.attestation();
    if (attestation == null) {
      return Check.failed(FORMAT, "It cannot be read: " + in.problem() + ".");
    }
    @Nullable String stranger = stranger(in.bundle());
    if (stranger != null) {
      return Check.failed(FORMAT, stranger);
    }
    if (in.bundle().content() instanceof Bundle.Content.Envelope envelope
        && !envelope.payloadType().equals(Statement.PAYLOAD_TYPE)) {
      return Check.failed(
          FORMAT,
          "The payload type is " + Quoted.shown(envelope.payloadType()) + ", not in-toto's.");
    }
    @Nullable String key = keyProblem(in.bundle());
    if (key != null) {
      return Check.failed(FORMAT, key);
    }
    if (!STATEMENT_TYPES.contains(attestation.statementType())) {
      return Check.failed(
          FORMAT,
          "The statement type " + Quoted.shown(attestation.statementType()) + " is not in-toto's.");
    }
    @Nullable String wrapper = attestation.wrapperPredicateType();
    if (wrapper != null && !wrapper.equals(attestation.predicateType())) {
      return Check.failed(
          FORMAT,
          "The registry labels it "
              + Quoted.shown(wrapper)
              + ", but what is signed is "
              + Quoted.shown(attestation.predicateType())
              + ".");
    }
    return Check.passed(FORMAT, "The bundle and its in-toto statement are well-formed.");
  }

  /** Another reader could interpret a member that no specification has. */
  static @Nullable String stranger(Bundle bundle) {
    return bundle.stranger() == null
        ? null
        : "The bundle has the member "
            + Quoted.shown(bundle.stranger())
            + ", which the specification does not have.";
  }

  /** The envelope's own, unsigned key id must not name another signer than the bundle does. */
  private static @Nullable String keyProblem(Bundle bundle) {
    @Nullable String named =
        bundle.content() instanceof Bundle.Content.Envelope envelope ? envelope.keyId() : null;
    if (named == null) {
      return null;
    }
    return switch (bundle.material()) {
      case Bundle.Material.PublicKey key when key.hint().equals(named) -> null;
      case Bundle.Material.PublicKey key ->
          "The envelope names the key "
              + Quoted.shown(named)
              + ", the bundle "
              + Quoted.shown(key.hint())
              + ".";
      case Bundle.Material.Certificates _ ->
          "The envelope names the key " + Quoted.shown(named) + ", but a certificate signed it.";
    };
  }
}
