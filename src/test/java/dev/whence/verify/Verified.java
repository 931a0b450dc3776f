package dev.whence.verify;

import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.Recording;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustMaterial;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Shortcuts from bytes to a verdict, and from a verdict to what a test compares. */
public final class Verified {

  private Verified() {}

  /** The attestation of an index row. */
  public static AttestationWithVerdict row(
      Map<String, String> row, TrustMaterial trust, ExpectedVersion expected) {
    byte[] response = Recording.bytes(Objects.requireNonNull(row.get("file")));
    int index = Integer.parseInt(Objects.requireNonNull(row.get("att")));
    return item(response, index, trust, expected);
  }

  static AttestationWithVerdict item(
      byte[] response, int index, TrustMaterial trust, ExpectedVersion expected) {
    VerifiedResponse verified = new AttestationVerifier(trust).verify(response, expected);
    return ((VerifiedResponse.Read) verified).items().get(index);
  }

  static Set<CheckKind> failed(Verdict verdict) {
    Set<CheckKind> failed = new TreeSet<>();
    verdict.failures().forEach(check -> failed.add(check.kind()));
    return failed;
  }

  static Check check(Verdict verdict, CheckKind kind) {
    return verdict.checks().stream()
        .filter(check -> check.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  static CheckStatus status(AttestationWithVerdict item, CheckKind kind) {
    return check(item.verdict(), kind).status();
  }
}
