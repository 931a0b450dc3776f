package dev.whence.bench;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import dev.whence.verify.check.ExpectedVersion;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Attestation responses to verify and the trust material for them, as files that every contender
 * reads: {@code trusted_root.json}, {@code keys.json} and {@code responses.tsv}, a line each with
 * name, version, integrity, the registry's key id and signature, publish time, number of bundles
 * and the response. What the registry does not say is empty.
 */
record Workload(Path folder, byte[] trustedRoot, byte[] npmKeys, List<Case> cases) {

  private static final String ROOT = "trusted_root.json";

  /**
   * One response, and what the registry says of its version. In the workload {@code files} it is a
   * bare bundle, and the integrity is the signed file's SHA-256 in hex.
   */
  record Case(ExpectedVersion expected, int bundles, byte[] response) {

    byte[] artifactHash() {
      return HexFormat.of().parseHex(String.valueOf(expected.integrity()));
    }

    private String line() {
      RegistrySignature signature =
          expected.signatures().stream().findFirst().orElse(new RegistrySignature("", ""));
      return String.join(
          "\t",
          Objects.toString(expected.name(), ""),
          Objects.toString(expected.version(), ""),
          Objects.toString(expected.integrity(), ""),
          signature.keyId(),
          signature.signature(),
          Objects.toString(expected.publishedAt(), ""),
          Integer.toString(bundles),
          // The responses are JSON, where a line break between values is white space.
          new String(response, StandardCharsets.UTF_8).replace('\n', ' ').replace('\t', ' '));
    }

    private static Case parse(String line) {
      String[] fields = line.split("\t", -1);
      return new Case(
          new ExpectedVersion(
              fields[0].isEmpty() ? null : new PackageName(fields[0]),
              fields[1].isEmpty() ? null : fields[1],
              fields[2].isEmpty() ? null : fields[2],
              fields[3].isEmpty()
                  ? List.of()
                  : List.of(new RegistrySignature(fields[3], fields[4])),
              fields[5].isEmpty() ? null : Instant.parse(fields[5])),
          Integer.parseInt(fields[6]),
          fields[7].getBytes(StandardCharsets.UTF_8));
    }
  }

  Path trustedRootFile() {
    return folder.resolve(ROOT);
  }

  TrustMaterial trust() {
    try {
      return TrustMaterial.parse(trustedRoot, npmKeys, "the benchmark's files", Instant.now());
    } catch (TrustException e) {
      throw new IllegalStateException(e);
    }
  }

  void write() throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(ROOT), trustedRoot);
    Files.write(folder.resolve("keys.json"), npmKeys);
    Files.write(folder.resolve("responses.tsv"), cases.stream().map(Case::line).toList());
  }

  static Workload read(Path folder) {
    try (Stream<String> lines = Files.lines(folder.resolve("responses.tsv"))) {
      return new Workload(
          folder,
          Files.readAllBytes(folder.resolve(ROOT)),
          Files.readAllBytes(folder.resolve("keys.json")),
          lines.map(Case::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
