package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.Recording;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The Sigstore conformance suite's bundles through the commands themselves: the suite's own
 * protocol, and {@code ./whence verify}.
 */
class ConformanceBundlesTest {

  private static final int CASES = 47;

  private record Run(int exit, String out, String err) {}

  private static List<Map<String, String>> rows() {
    List<String> lines =
        new String(Recording.bytes("conformance/CASES.tsv"), StandardCharsets.UTF_8)
            .lines()
            .toList();
    List<String> columns = List.of(lines.getFirst().split("\t", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < values.length; i++) {
        row.put(columns.get(i), values[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  static Stream<String> cases() {
    return rows().stream().map(row -> row.get("case"));
  }

  private static Map<String, String> row(String name) {
    return rows().stream().filter(row -> name.equals(row.get("case"))).findFirst().orElseThrow();
  }

  private static Path folder(String name) {
    return Recording.root().resolve("conformance/bundle-verify").resolve(name);
  }

  private static String root(String name) {
    return "custom".equals(row(name).get("trustedRoot"))
        ? folder(name).resolve("trusted_root.json").toString()
        : Recording.root().resolve("trusted_root.json").toString();
  }

  private static String artifact(String name) {
    String file = Objects.requireNonNull(row(name).get("artifact"));
    return file.equals("artifact")
        ? folder(name).resolve(file).toString()
        : folder(file).toString();
  }

  private static String bundle(String name) {
    return folder(name).resolve("bundle.sigstore.json").toString();
  }

  private static String value(String name, String column) {
    return Objects.requireNonNull(row(name).get(column));
  }

  private static boolean hasKey(String name) {
    return value(name, "policy").equals("key");
  }

  private static Run run(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = command.execute(arguments.toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  private static Run conformance(String name, String artifact, String... more) {
    List<String> arguments = new ArrayList<>(List.of("conformance", "verify-bundle"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--bundle", bundle(name)));
    arguments.addAll(
        hasKey(name)
            ? List.of("--key", folder(name).resolve("key.pub").toString())
            : List.of(
                "--certificate-identity",
                value(name, "identity"),
                "--certificate-oidc-issuer",
                value(name, "issuer")));
    arguments.addAll(List.of("--trusted-root", root(name), artifact));
    return run(arguments);
  }

  private static Run verify(String name, String artifact, String identity, String issuer) {
    List<String> arguments =
        new ArrayList<>(
            List.of("verify", "--artifact", artifact, "--trusted-root", root(name), bundle(name)));
    arguments.addAll(
        hasKey(name)
            ? List.of("--key", folder(name).resolve("key.pub").toString())
            : List.of("--identity", identity, "--issuer", issuer));
    return run(arguments);
  }

  @Test
  void shouldCoverTheWholeSuite() {
    assertThat(cases()).hasSize(CASES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldGiveTheSuitesResult(String name) {
    boolean pass = value(name, "expected").equals("pass");
    assertThat(pass).isEqualTo(!name.endsWith("_fail"));
    Run run = conformance(name, artifact(name));
    assertThat(run.exit() == 0).as(run.err()).isEqualTo(pass);
    assertThat(run.err().isEmpty()).isEqualTo(pass);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldGiveItByTheOrdinaryCommandToo(String name) {
    Run run = verify(name, artifact(name), value(name, "identity"), value(name, "issuer"));
    assertThat(run.exit() == 0).as(run.out() + run.err()).isEqualTo(!name.endsWith("_fail"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldNeverVerifyForAnotherSignerOrAnotherArtifact(String name) {
    String identity = value(name, "identity");
    String issuer = value(name, "issuer");
    String artifact = artifact(name);
    if (!hasKey(name)) {
      assertThat(verify(name, artifact, identity + "x", issuer).exit()).isNotZero();
      assertThat(verify(name, artifact, identity, issuer + "/").exit()).isNotZero();
    }
    assertThat(verify(name, bundle(name), identity, issuer).exit()).isNotZero();
  }

  @Test
  void shouldTakeADigestForTheArtifact() {
    String right = "sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf";
    assertThat(conformance("happy-path-v0.1", right).exit()).isZero();
    assertThat(conformance("rekor2-happy-path", right).exit()).isZero();
    assertThat(conformance("happy-path-v0.1", right.replace("a0", "a1")).exit()).isEqualTo(1);
    assertThat(conformance("happy-path-v0.1", right.substring(0, 70)).exit()).isEqualTo(2);
  }

  @Test
  void shouldTakeTheGivenRootBeforeStagings() {
    assertThat(conformance("rekor2-happy-path", artifact("rekor2-happy-path"), "--staging").exit())
        .isZero();
  }

  @Test
  void shouldNotVerifyAManagedKeyAsAnIdentity() {
    String name = "managed-key-happy-path";
    Run run =
        run(
            List.of(
                "verify",
                "--artifact",
                artifact(name),
                "--identity",
                value(name, "identity"),
                "--issuer",
                value(name, "issuer"),
                "--trusted-root",
                root(name),
                bundle(name)));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("Signed with a managed key, which has no identity.");
  }

  @Test
  void shouldNotVerifyACertificateAsTheGivenKey() {
    String key = folder("managed-key-happy-path").resolve("key.pub").toString();
    String name = "happy-path-v0.1";
    Run run =
        run(
            List.of(
                "verify",
                "--artifact",
                artifact(name),
                "--key",
                key,
                "--trusted-root",
                root(name),
                bundle(name)));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("Signed with a certificate, not with the given key.");
  }

  @Test
  void shouldSayWhichOptionsDoNotGoTogether() {
    String bundle = bundle("happy-path-v0.1");
    assertThat(run(List.of("verify", "--artifact", bundle, bundle)).exit()).isEqualTo(2);
    assertThat(run(List.of("verify", "--identity", "x", bundle)).exit()).isEqualTo(2);
    assertThat(
            run(List.of("verify", "--package", "a@1", "--identity", "x", "--issuer", "y", bundle))
                .err())
        .contains("--package and --integrity are about npm's attestations");
    assertThat(run(List.of("conformance")).exit()).isEqualTo(2);
  }
}
