package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever computes, the verdicts are the same. */
class CryptoProviderTest {

  @Test
  void shouldGiveTheSameVerdictsWithTheJdkAlone() throws IOException, InterruptedException {
    List<String> here = verdicts();
    List<String> there = withTheJdk();
    assertThat(there.getFirst()).isNotEqualTo("AmazonCorrettoCryptoProvider");
    assertThat(there.subList(1, there.size())).isEqualTo(here.subList(1, here.size()));
    assertThat(here).hasSizeGreaterThan(100);
  }

  /** Another process: a provider, once installed, stays for the whole virtual machine. */
  private static List<String> withTheJdk() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dwhence.crypto=jdk",
                "-cp",
                System.getProperty("java.class.path"),
                CryptoProviderTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().toList();
  }

  /** Prints the provider's name and all verdicts. */
  public static void main(String[] args) {
    verdicts().forEach(System.out::println);
  }

  private static List<String> verdicts() {
    List<String> lines = new ArrayList<>();
    lines.add(CryptoProvider.name());
    for (String set : List.of("registry", "negative", "other")) {
      for (TrustMaterial trust :
          List.of(RecordedVersions.publicGood(), RecordedVersions.staging())) {
        for (Map<String, String> row : Recording.index(set)) {
          VerifiedResponse.Item item = Verified.row(row, trust, RecordedVersions.expected(row));
          lines.add(row.get("file") + " " + item.verdict().toString().replace('\n', ' '));
        }
      }
    }
    return lines;
  }
}
