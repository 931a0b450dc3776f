package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./whence verify} over recorded files and over whatever else people may give it. */
class VerifyCommandTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private record Run(int exit, List<JsonNode> lines, String err) {
    JsonNode only() {
      assertThat(lines).hasSize(1);
      return lines.getFirst();
    }

    List<String> verdicts() {
      return lines.stream().map(line -> line.path("verdict").asText()).toList();
    }
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = new String[args.length + 1];
    all[0] = "verify";
    System.arraycopy(args, 0, all, 1, args.length);
    int exit = command.execute(all);
    return new Run(
        exit, out.toString().lines().map(VerifyCommandTest::json).toList(), err.toString());
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String recorded(String file) {
    return Recording.root().resolve(file).toString();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  @Test
  void shouldVerifyAResponseAgainstItsPackageVersion() {
    String integrity = String.valueOf(RecordedVersions.expected("sigstore", "3.0.0").integrity());
    Run run =
        run(
            "--package",
            "sigstore@3.0.0",
            "--integrity",
            integrity,
            recorded("attestations/sigstore@3.0.0.json"));
    assertThat(run.exit()).isZero();
    assertThat(run.verdicts()).containsExactly("verified", "verified");
    assertThat(run.lines()).allMatch(line -> line.path("subjectCompared").asBoolean());
    JsonNode provenance =
        run.lines().stream().filter(line -> line.has("provenance")).findFirst().orElseThrow();
    assertThat(provenance.path("checks")).hasSize(12);
    assertThat(provenance.path("level").asText()).isEqualTo("SLSA Build L2");
    assertThat(provenance.at("/provenance/repository").asText())
        .isEqualTo("https://github.com/sigstore/sigstore-js");
  }

  @Test
  void shouldSayThatNothingWasComparedWithoutAPackage() {
    Run run = run(recorded("attestations/sigstore@3.0.0.json"));
    assertThat(run.exit()).isZero();
    assertThat(run.lines()).noneMatch(line -> line.path("subjectCompared").asBoolean());
    assertThat(run.lines())
        .allMatch(line -> check(line, "subject").path("status").asText().equals("not-applicable"));
  }

  @Test
  void shouldNotCallAVersionVerifiedWithoutItsDigest() {
    Run run = run("--package", "sigstore@3.0.0", recorded("attestations/sigstore@3.0.0.json"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.verdicts()).containsOnly("inconclusive");
  }

  @Test
  void shouldRejectAnotherPackageVersion() {
    Run run = run("--package", "sigstore@3.0.1", recorded("attestations/sigstore@3.0.0.json"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.verdicts()).containsOnly("rejected");
    assertThat(run.lines())
        .allMatch(line -> check(line, "subject").path("status").asText().equals("failed"));
  }

  @Test
  void shouldReadBundlesOneALine() throws IOException {
    String bundle =
        MAPPER
            .readTree(Recording.bytes("attestations/sigstore@3.0.0.json"))
            .at("/attestations/0/bundle")
            .toString();
    Path lines = file("two.jsonl", bundle + "\n\n" + bundle + "\r\n");
    Run run = run(lines.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.verdicts()).containsExactly("verified", "verified");
    assertThat(run.lines().get(1).path("attestation").asInt()).isEqualTo(1);
  }

  @Test
  void shouldGoOnBehindAnUnusableFile() throws IOException {
    Path garbage = file("garbage.json", "not json");
    Path empty = file("empty.json", "");
    String absent = folder.resolve("absent.json").toString();
    Run run =
        run(
            garbage.toString(),
            empty.toString(),
            absent,
            folder.toString(),
            recorded("attestations/sigstore@3.0.0.json"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.verdicts())
        .containsExactly(
            "unreadable", "unreadable", "unreadable", "unreadable", "verified", "verified");
    assertThat(run.err())
        .contains(garbage + ": the attestation response is not acceptable JSON")
        .contains(absent + ": no such file");
  }

  @Test
  void shouldUseTheTrustMaterialGiven() {
    String staging = recorded("trust/trusted_root/staging-2023-09-05.json");
    Run run =
        run(
            "--trusted-root",
            staging,
            recorded("other/github/reusable-workflow-attestation.sigstore.json"));
    assertThat(run.exit()).isEqualTo(1);
    // A file is nobody's word on which authorities there are today.
    JsonNode check = check(run.only(), "certificate-chain");
    assertThat(check.path("status").asText()).isEqualTo("inconclusive");
    assertThat(check.at("/missing/kind").asText()).isEqualTo("certificate-authority");
    assertThat(check.at("/missing/id").asText()).contains("sigstore-intermediate");
  }

  @Test
  void shouldRefuseUnusableOptions() throws IOException {
    Path root = file("root.json", "{}");
    assertThat(run("--trusted-root", root.toString(), "x").err()).contains(root.toString());
    assertThat(run("--trusted-root", root.toString(), "x").exit()).isEqualTo(2);
    assertThat(run("--package", "sigstore", "x").exit()).isEqualTo(2);
    assertThat(run("--package", "@scope/name", "x").exit()).isEqualTo(2);
    assertThat(run("--integrity", "sha1-abc", "x").exit()).isEqualTo(2);
    assertThat(run().exit()).isEqualTo(2);
  }

  private static JsonNode check(JsonNode line, String name) {
    for (JsonNode check : line.path("checks")) {
      if (check.path("check").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("no check " + name + " in " + line);
  }
}
