package dev.whence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Coverage-guided fuzzing with Jazzer, in a process of its own with little memory. A target is a
 * public class with {@code static void fuzzerTestOneInput(byte[])}; whatever it throws, and an
 * input that takes it seconds, is a finding. What it does once belongs into {@code
 * fuzzerInitialize()}.
 */
public final class Fuzzing {

  private static final Logger LOG = Logger.getLogger(Fuzzing.class);

  /** {@code -Dwhence.test.fuzz=10000000} looks for longer. */
  private static final int INPUTS = Integer.getInteger("whence.test.fuzz", 20_000);

  private static final Path FOLDER = Path.of("target/fuzz");
  private static final Pattern DONE = Pattern.compile("(?m)^Done (\\d+) runs");

  private Fuzzing() {}

  /**
   * Fuzzes a target for a while and fails on a finding, which stays under {@code target/fuzz}.
   *
   * @param seeds inputs to start from
   */
  public static void run(Class<?> target, List<byte[]> seeds)
      throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.getSimpleName());
    Path corpus = folder.resolve("corpus");
    Files.createDirectories(corpus);
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(corpus.resolve("seed-" + i), seeds.get(i));
    }
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(target, folder, corpus))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int code = process.waitFor();
    String text = Files.readString(output, StandardCharsets.ISO_8859_1);
    assertThat(code).as("%s", text.lines().filter(Fuzzing::tells).toList()).isZero();
    Matcher done = DONE.matcher(text);
    assertThat(done.find()).as("an end in %s", output).isTrue();
    LOG.infof("Fuzzed %s: %s inputs, none a finding", target.getSimpleName(), done.group(1));
    assertThat(Long.parseLong(done.group(1))).isGreaterThanOrEqualTo(INPUTS);
  }

  private static List<String> command(Class<?> target, Path folder, Path corpus) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-cp",
        System.getProperty("java.class.path"),
        Jazzer.class.getName(),
        "--target_class=" + target.getName(),
        "--instrumentation_includes=dev.whence.**",
        "--reproducer_path=" + folder,
        "-artifact_prefix=" + folder + File.separator,
        "-runs=" + INPUTS,
        "-timeout=10",
        "-rss_limit_mb=4096",
        "-max_len=100000",
        corpus.toString());
  }

  /** What of Jazzer's output says which finding it is. */
  private static boolean tells(String line) {
    return line.startsWith("== ")
        || line.startsWith("Exception")
        || line.startsWith("Caused by")
        || line.contains("ERROR")
        || line.startsWith("artifact_prefix");
  }
}
