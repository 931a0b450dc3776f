package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Sigstore conformance suite's bundles, as far as they can be judged without the file that some
 * of them sign: envelopes by all cryptographic checks, signatures over files by those that need no
 * file.
 */
class ConformanceBundlesTest {

  private static final Path CASES = Path.of("conformance", "bundle-verify");

  private static final Set<CheckKind> CRYPTOGRAPHIC =
      EnumSet.range(CheckKind.CERTIFICATE_CHAIN, CheckKind.SIGNATURE);

  /** These fail, or pass, by the file or the key that goes with them. */
  private static final Set<String> NEED_THE_FILE =
      Set.of(
          "managed-key-happy-path",
          "managed-key-wrong-key_fail",
          "message-digest-mismatch_fail",
          "signature-mismatch_fail",
          "wrong-hashedrekord-artifact_fail",
          "wrong-hashedrekord-cert-and-sig_fail",
          "wrong-material_fail");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(Recording.root().resolve(CASES))) {
      return files
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !NEED_THE_FILE.contains(name))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldGiveTheSuitesResult(String name) {
    Path folder = CASES.resolve(name);
    boolean ownRoot = Files.exists(Recording.root().resolve(folder).resolve("trusted_root.json"));
    TrustMaterial trust =
        ownRoot
            ? RecordedVersions.trust(
                folder.resolve("trusted_root.json").toString(),
                "trust/sigstore-tuf-seeds/5.0.1/npm_keys.json")
            : RecordedVersions.publicGood();
    VerifiedResponse response =
        new AttestationVerifier(trust)
            .verify(
                Recording.bytes(folder.resolve("bundle.sigstore.json").toString()),
                new ExpectedVersion(null, null, null, List.of(), null));
    assertThat(isGood(response)).isEqualTo(!name.endsWith("_fail"));
  }

  /** No cryptographic check failed, and those that need no file passed or do not apply. */
  private static boolean isGood(VerifiedResponse response) {
    if (!(response instanceof VerifiedResponse.Read read)) {
      return false;
    }
    VerifiedResponse.Item item = read.items().getFirst();
    boolean signsFile =
        Verified.check(item.verdict(), CheckKind.FORMAT).reason().contains("signs a file");
    return CRYPTOGRAPHIC.stream().allMatch(kind -> isGood(Verified.status(item, kind), signsFile));
  }

  private static boolean isGood(CheckStatus status, boolean signsFile) {
    return status == CheckStatus.PASSED
        || status == CheckStatus.NOT_APPLICABLE
        || (signsFile && status == CheckStatus.UNDECIDED);
  }
}
