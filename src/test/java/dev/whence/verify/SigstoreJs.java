package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** sigstore-js, in a process of its own: {@code bench/peers/verdicts.mjs}. */
final class SigstoreJs {

  private static final Path PEERS = Path.of("bench", "peers");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;

  /**
   * Skips the test where its packages are not installed; that is an error where {@code CI=true}.
   *
   * @param folder an empty one, which the process reads
   */
  SigstoreJs(Path folder, byte[] trustedRoot, byte[] npmKeys) throws IOException {
    boolean installed = Files.isDirectory(PEERS.resolve("node_modules/@sigstore/verify"));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("bench/peers has its packages (npm ci)").isTrue();
    }
    assumeTrue(installed, "skipped: no packages in bench/peers; npm ci installs them");
    this.folder = folder;
    Files.write(folder.resolve("trusted_root.json"), trustedRoot);
    Files.write(folder.resolve("keys.json"), npmKeys);
  }

  /** Why each bundle does not verify; empty where it does. */
  List<String> problems(List<String> bundles) throws IOException, InterruptedException {
    Files.write(folder.resolve("bundles.ndjson"), bundles);
    Path output = folder.resolve("problems.ndjson");
    Process node =
        new ProcessBuilder("node", "verdicts.mjs", folder.toAbsolutePath().toString())
            .directory(PEERS.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(node.waitFor(5, TimeUnit.MINUTES)).as("sigstore-js ends").isTrue();
      assertThat(node.exitValue()).isZero();
    } finally {
      node.destroyForcibly();
    }
    List<String> problems = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      problems.add(MAPPER.readValue(line, String.class));
    }
    assertThat(problems).hasSameSizeAs(bundles);
    return problems;
  }
}
