package dev.whence.verify;

import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.Check;
import dev.whence.provenance.bundle.AttestationResponse;
import dev.whence.provenance.bundle.Bundle;
import dev.whence.provenance.bundle.FulcioCertificate;
import dev.whence.verify.check.BuilderCheck;
import dev.whence.verify.check.CertificateChainCheck;
import dev.whence.verify.check.CertificateTransparencyCheck;
import dev.whence.verify.check.CheckInput;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.check.FormatCheck;
import dev.whence.verify.check.IdentityCheck;
import dev.whence.verify.check.LogEntryCheck;
import dev.whence.verify.check.RegistrySignatureCheck;
import dev.whence.verify.check.SignatureCheck;
import dev.whence.verify.check.SigningTimeCheck;
import dev.whence.verify.check.SubjectCheck;
import dev.whence.verify.check.TransparencyLogCheck;
import dev.whence.verify.trust.TrustMaterial;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Where a verdict's time goes: each part over one generated provenance of today's shape. {@code
 * bench/verify --parts} starts it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 3, time = 2)
public class VerifyParts {

  private final GeneratedTrust generated = new GeneratedTrust();
  private final AttestationVerifier verifier = generated.verifier();
  private final TrustMaterial trust = generated.material();
  private final ExpectedVersion expected = generated.expected();
  private final byte[] response =
      IssuedBundle.response(
          generated.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE)));
  private final AttestationResponse.Item item = item(response);
  private final Bundle bundle = Objects.requireNonNull(item.bundle());
  private final CheckInput in = CheckInput.of(bundle, item, expected, trust);
  private final X509Certificate leaf = Objects.requireNonNull(in.leaf());
  private final byte[] der = encoded(leaf);

  private static AttestationResponse.Item item(byte[] response) {
    return ((AttestationResponse.Read) AttestationResponse.read(response)).items().getFirst();
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public VerifiedResponse whole() {
    return verifier.verify(response, expected);
  }

  /** JSON, certificate, statement, and the record that they become. */
  @Benchmark
  public AttestationResponse reading() {
    return AttestationResponse.read(response);
  }

  /** A part of reading. The JDK keeps what it has parsed: this is the cost beyond its cache. */
  @Benchmark
  public X509Certificate certificateFromCache() throws CertificateException {
    return FulcioCertificate.parse(der);
  }

  @Benchmark
  public Check log() {
    return TransparencyLogCheck.check(in);
  }

  @Benchmark
  public Check logEntry() {
    return LogEntryCheck.check(in);
  }

  @Benchmark
  public Check certificateTransparency() {
    return CertificateTransparencyCheck.check(in);
  }

  @Benchmark
  public Check signature() {
    return SignatureCheck.check(in);
  }

  @Benchmark
  public Check registrySignature() {
    return RegistrySignatureCheck.check(expected, trust);
  }

  /** What is left: comparisons and sentences. */
  @Benchmark
  public List<Check> withoutSignatures() {
    return List.of(
        FormatCheck.check(in),
        CertificateChainCheck.check(in),
        SigningTimeCheck.check(in),
        SubjectCheck.check(in, expected),
        IdentityCheck.check(in),
        BuilderCheck.check(in).check());
  }
}
