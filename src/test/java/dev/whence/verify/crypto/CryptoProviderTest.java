package dev.whence.verify.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.RecordedVersions;
import dev.whence.testing.Recording;
import dev.whence.verify.Verified;
import dev.whence.verify.trust.TrustMaterial;
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
    List<String> there = inAnotherProcess("-Dwhence.crypto=jdk", "verdicts");
    assertThat(there.getFirst()).isNotEqualTo("AmazonCorrettoCryptoProvider");
    assertThat(there.subList(1, there.size())).isEqualTo(here.subList(1, here.size()));
    assertThat(here).hasSizeGreaterThan(100);
  }

  @Test
  void shouldTestTheProviderWhenItIsChosen() throws IOException, InterruptedException {
    assumeThat(CryptoProvider.name()).isEqualTo(AmazonCorrettoCryptoProvider.PROVIDER_NAME);
    assertThat(inAnotherProcess("-Dwhence.crypto=any", "choice")).containsExactly("PASSED");
  }

  /** A provider, once installed, stays for the whole virtual machine. */
  private static List<String> inAnotherProcess(String property, String what)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                property,
                "-cp",
                System.getProperty("java.class.path"),
                CryptoProviderTest.class.getName(),
                what)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().toList();
  }

  /** Prints the provider's name and all verdicts, or how its self-tests went when it was chosen. */
  public static void main(String[] arguments) {
    if (arguments[0].equals("verdicts")) {
      verdicts().forEach(System.out::println);
    } else {
      CryptoProvider.name();
      System.out.println(AmazonCorrettoCryptoProvider.INSTANCE.getSelfTestStatus());
    }
  }

  private static List<String> verdicts() {
    List<String> lines = new ArrayList<>();
    lines.add(CryptoProvider.name());
    for (String set : List.of("registry", "negative", "other")) {
      for (TrustMaterial trust :
          List.of(RecordedVersions.publicGood(), RecordedVersions.staging())) {
        for (Map<String, String> row : Recording.index(set)) {
          AttestationWithVerdict item = Verified.row(row, trust, RecordedVersions.expected(row));
          lines.add(row.get("file") + " " + item.verdict().toString().replace('\n', ' '));
        }
      }
    }
    return lines;
  }
}
