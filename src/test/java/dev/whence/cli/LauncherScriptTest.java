package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the script itself, from a folder with a space in its name, with JDKs and a Maven that only
 * write down how they were called.
 */
class LauncherScriptTest {
  private static final String JAVA = "#!/bin/sh\nprintf 'java %s\\n' \"$*\"\n";

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "mvnw $* with $JAVA_HOME" >>calls
      mkdir -p target/quarkus-app && : >target/quarkus-app/quarkus-run.jar
      """;

  @TempDir private Path temp;

  private Path home;
  private Path jdks;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeInstallation() throws IOException {
    home = Files.createDirectories(temp.resolve("a home"));
    jdks = Files.createDirectories(temp.resolve("some jdks"));
    Files.copy(Path.of("whence"), home.resolve("whence"));
    script(home.resolve("mvnw"), MAVEN);
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("migrations"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    environment.put("PATH", pathWithoutJava().toString());
    environment.put("WHENCE_JDKS", jdks.toString());
  }

  @Test
  void shouldSayHowToGetAJdkWhereThereIsNone() throws Exception {
    Outcome outcome = whence("up");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.text()).contains("no JDK 25 found", "JAVA_HOME", "apt-get install");
  }

  @Test
  void shouldNotTakeAnOlderJdkNorARuntimeWithoutCompiler() throws Exception {
    jdk("old", "17.0.15");
    Path runtime = jdk("runtime", "25.0.3");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(whence("up").code()).isEqualTo(3);
  }

  @Test
  void shouldBuildOnceThenRunWithTheJdkItFound() throws Exception {
    jdk("old", "17.0.15");
    Path found = jdk("temurin 25", "25.0.3");

    Outcome first = whence("up", "--data", "a b");
    Outcome second = whence("up");

    assertThat(first.text()).contains("whence: building").contains("quarkus-run.jar up --data a b");
    assertThat(second.code()).isZero();
    assertThat(second.text()).doesNotContain("building").endsWith("quarkus-run.jar up\n");
    assertThat(calls()).singleElement().asString().endsWith("package with " + found);
  }

  @Test
  void shouldPreferJavaHomeWhenItSuits() throws Exception {
    jdk("found", "25.0.3");
    Path chosen = jdk("../chosen", "26");
    environment.put("JAVA_HOME", chosen.toString());

    whence("up");

    assertThat(calls()).singleElement().asString().endsWith("with " + chosen);
  }

  @Test
  void shouldPassOverAJavaHomeThatIsTooOld() throws Exception {
    Path found = jdk("found", "25.0.3");
    environment.put("JAVA_HOME", jdk("../old", "21.0.2").toString());

    whence("up");

    assertThat(calls()).singleElement().asString().endsWith("with " + found);
  }

  @Test
  void shouldFindTheJdkOfTheJavaOnThePath() throws Exception {
    Path elsewhere = jdk("../elsewhere", "25.0.3").normalize();
    Path bin = Path.of(environment.get("PATH"));
    Files.createSymbolicLink(bin.resolve("java"), elsewhere.resolve("bin/java"));

    whence("up");

    assertThat(calls()).singleElement().asString().endsWith("with " + elsewhere);
  }

  @Test
  void shouldBuildAgainWhenASourceChanged() throws Exception {
    jdk("found", "25.0.3");
    whence("up");
    Path source = Files.writeString(home.resolve("src/main/Changed.java"), "");
    FileTime built = Files.getLastModifiedTime(home.resolve("target/whence-built"));
    Files.setLastModifiedTime(source, FileTime.fromMillis(built.toMillis() + 2_000));

    assertThat(whence("up").text()).contains("whence: building");
    assertThat(calls()).hasSize(2);
  }

  @Test
  void shouldBuildOnceWhenStartedTwiceAtTheSameMoment() throws Exception {
    jdk("found", "25.0.3");
    script(home.resolve("mvnw"), MAVEN.replace("mkdir -p", "sleep 2; mkdir -p"));

    Process one = start(List.of("./whence", "up"), home, temp.resolve("one"));
    Process other = start(List.of("./whence", "up"), home, temp.resolve("other"));

    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    assertThat(calls()).hasSize(1);
    String first = Files.readString(temp.resolve("one"));
    String second = Files.readString(temp.resolve("other"));
    assertThat(first + second).containsOnlyOnce("whence: building").contains("waiting for it");
    assertThat(List.of(first, second)).allMatch(text -> text.endsWith("quarkus-run.jar up\n"));
    assertThat(home.resolve("target")).isDirectoryNotContaining("glob:**whence-lock*");
  }

  @Test
  void shouldTakeOverTheLockOfADeadProcess() throws Exception {
    jdk("found", "25.0.3");
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(home.resolve("target"));
    Path lock = home.resolve("target/whence-lock");
    Files.createSymbolicLink(lock, Path.of(Long.toString(dead.pid())));

    assertThat(whence("up").text()).contains("whence: building").endsWith("quarkus-run.jar up\n");
    assertThat(lock).doesNotExist();
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  @Test
  void shouldLeaveNoLockWhenABuildFailed() throws Exception {
    jdk("found", "25.0.3");
    script(home.resolve("mvnw"), "#!/bin/sh\nexit 1\n");

    assertThat(whence("up").code()).isEqualTo(3);
    assertThat(Files.isSymbolicLink(home.resolve("target/whence-lock"))).isFalse();
  }

  @Test
  void shouldShowWhyABuildFailedAndRunNothing() throws Exception {
    jdk("found", "25.0.3");
    script(home.resolve("mvnw"), "#!/bin/sh\necho '[ERROR] a bad line'\nexit 1\n");

    Outcome outcome = whence("up");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.text()).contains("[ERROR] a bad line").doesNotContain("quarkus-run.jar");
  }

  @Test
  void shouldRunThroughASymbolicLinkFromAnotherFolder() throws Exception {
    jdk("found", "25.0.3");
    Path link = Files.createDirectories(temp.resolve("bin")).resolve("whence");
    Files.createSymbolicLink(link, Path.of("..", "a home", "whence"));

    Outcome outcome = run(List.of(link.toString(), "version"), temp);

    assertThat(outcome.text()).endsWith(home + "/target/quarkus-app/quarkus-run.jar version\n");
  }

  @Test
  void shouldRunTheTestsWithoutBuildingTheJar() throws Exception {
    Path found = jdk("found", "25.0.3");

    whence("test", "-Dtest=One");

    assertThat(calls()).containsExactly("mvnw -B -ntp -Dtest=One verify with " + found);
  }

  @Test
  void shouldLetTheUserAddOptionsAndChooseTheCollector() throws Exception {
    jdk("found", "25.0.3");
    environment.put("WHENCE_JAVA_OPTS", "-Xmx3g -XX:+UseSerialGC");

    String text = whence("up").text();

    assertThat(text)
        .contains("-Xmx1g -XX:+ExitOnOutOfMemoryError")
        .contains("-Xmx3g -XX:+UseSerialGC -jar");
    assertThat(text).doesNotContain("UseG1GC");
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = jdks.resolve(name).normalize();
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    return jdk;
  }

  /** A folder with links to what the script calls, and no java. */
  private Path pathWithoutJava() throws IOException {
    Path bin = Files.createDirectories(temp.resolve("path"));
    for (String tool :
        List.of(
            "sh",
            "sed",
            "cat",
            "find",
            "grep",
            "head",
            "tail",
            "mkdir",
            "mv",
            "rm",
            "rmdir",
            "ln",
            "sleep",
            "readlink",
            "dirname")) {
      Path real =
          Stream.of("/usr/bin", "/bin")
              .map(folder -> Path.of(folder, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(bin.resolve(tool), real);
    }
    return bin;
  }

  private Outcome whence(String... arguments) throws Exception {
    return run(Stream.concat(Stream.of("./whence"), Stream.of(arguments)).toList(), home);
  }

  private Outcome run(List<String> command, Path folder) throws Exception {
    Path output = temp.resolve("output");
    int code = start(command, folder, output).waitFor();
    return new Outcome(code, Files.readString(output));
  }

  private Process start(List<String> command, Path folder, Path output) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(home.resolve("calls"));
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Outcome(int code, String text) {}
}
