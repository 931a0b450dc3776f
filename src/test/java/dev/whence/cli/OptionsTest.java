package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the options make of the configuration. */
class OptionsTest {
  @TempDir private Path folder;

  @Test
  void shouldLeaveTheConfigurationAloneWithoutOptions() {
    assertThat(crawl().config()).isEmpty();
    assertThat(server("--management-port", "9105").config())
        .containsOnly(
            entry("quarkus.http.port", "8080"),
            entry("quarkus.http.host", "127.0.0.1"),
            entry("quarkus.management.port", "9105"));
  }

  @Test
  void shouldReadPackagesFromNamesAndFilesOnceEach() throws IOException {
    Path list = Files.writeString(folder.resolve("list"), "# mine\n\njose # a comment\n@scope/a\n");

    Map<String, String> config =
        crawl("--packages", "swr,jose", list.toString(), "--packages", "@scope/a").config();

    assertThat(config).containsOnly(entry("whence.crawl.packages", "swr,jose,@scope/a"));
  }

  @Test
  void shouldRefuseAListWithoutPackages() throws IOException {
    Path list = Files.writeString(folder.resolve("list"), "# nothing yet\n");

    assertThatThrownBy(crawl("--packages", list.toString())::config)
        .hasMessage("--packages names no package");
  }

  @Test
  void shouldNameFilesByTheirWholePath() throws IOException {
    Path root = Files.writeString(folder.resolve("trusted_root.json"), "{}");

    assertThat(crawl("--trusted-root", root.toString(), "--contact", "me@example.org").config())
        .containsOnly(
            entry("whence.trust.trusted-root", root.toAbsolutePath().toString()),
            entry("whence.registry.contact", "me@example.org"));
  }

  @Test
  void shouldGreetAPersonAndNotALogCollector() {
    assertThat(server("--port", "8181", "--management-port", "9105").greeting("open %s"))
        .containsExactly(
            "Whence: open http://localhost:8181/",
            "Whence: health and metrics are below http://127.0.0.1:9105/q/");
    assertThat(server("--host", "10.0.0.1").greeting("open %s"))
        .startsWith("Whence: open http://10.0.0.1:8080/");
    assertThat(server("--json-logs").greeting("open %s")).isEmpty();
    assertThat(server("--json-logs").config())
        .contains(entry("quarkus.log.console.json.enabled", "true"));
  }

  @Test
  void shouldTakeAnyFreePortForOperatorsAndStayWithIt() throws IOException {
    ServerOptions any = server("--management-port", "0");

    int port = any.managementPort();
    assertThat(port).isPositive();
    assertThat(any.config()).contains(entry("quarkus.management.port", "" + port));
    assertThat(any.greeting("%s")[1]).contains(":" + port + "/");
    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ManagementPort.isFree(taken.getLocalPort())).isFalse();
    }
  }

  /** Another program at the usual port must not keep anybody from a first look. */
  @Test
  void shouldTakeAnotherPortForOperatorsWhereTheUsualOneIsTaken() {
    assertThat(ManagementPort.choose(null, ManagementPort.USUAL))
        .isPositive()
        .isNotEqualTo(ManagementPort.USUAL);
    assertThat(ManagementPort.choose(9_105, 8_080)).isEqualTo(9_105);
  }

  @Test
  void shouldTakeTheFolderThatIsGiven() {
    var data = new DataOptions();
    new CommandLine(data).parseArgs("--data", folder + "/a/../b");

    assertThat(data.folder("whence")).isEqualTo(folder.resolve("b"));
    assertThat(new DataOptions().folder("whence").getFileName()).hasToString("whence");
  }

  @Test
  void shouldReadAnExternalPostgresFromTheEnvironment() {
    assertThat(ExternalDatabase.from(Map.of())).isEmpty();
    assertThat(ExternalDatabase.from(Map.of("WHENCE_DATABASE_URL", " "))).isEmpty();
    for (String url :
        new String[] {"postgres://db/w", "postgresql://db/w", "jdbc:postgresql://db/w"}) {
      assertThat(
              ExternalDatabase.from(
                  Map.of("WHENCE_DATABASE_URL", url, "WHENCE_DATABASE_PASSWORD", "secret")))
          .get()
          .satisfies(
              found -> {
                assertThat(found.connection().url()).isEqualTo("jdbc:postgresql://db/w");
                assertThat(found.connection().user()).isEqualTo("whence");
                assertThat(found.connection().password()).isEqualTo("secret");
                assertThat(found.toString()).doesNotContain("secret");
              });
    }
  }

  @Test
  void shouldRefuseARoleThatDoesNotExist() {
    assertThatThrownBy(() -> ServerRun.requireKnownRoles(Map.of("WHENCE_ROLES", "web,wbe")))
        .isInstanceOf(CliException.class)
        .hasMessageContainingAll("'wbe'", "web, crawl, verify, catalog");
    assertThatCode(() -> ServerRun.requireKnownRoles(Map.of("WHENCE_ROLES", "web, crawl")))
        .doesNotThrowAnyException();
    assertThatCode(() -> ServerRun.requireKnownRoles(Map.of())).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseAnExternalPostgresThatItCannotUse() {
    assertThatThrownBy(() -> ExternalDatabase.from(Map.of("WHENCE_DATABASE_URL", "mysql://db/w")))
        .hasMessageContaining("must look like postgresql://");
    assertThatThrownBy(
            () -> ExternalDatabase.from(Map.of("WHENCE_DATABASE_URL", "postgresql://u:p@db/w")))
        .hasMessageContaining("WHENCE_DATABASE_USER");
  }

  @Test
  void shouldSayWhyAnExternalPostgresCannotBeUsed() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    ExternalDatabase absent =
        ExternalDatabase.from(
                Map.of("WHENCE_DATABASE_URL", "postgresql://127.0.0.1:" + closed + "/whence"))
            .orElseThrow();

    assertThatThrownBy(absent::awaitReady)
        .isInstanceOf(CliException.class)
        .hasMessageContaining("WHENCE_DATABASE_URL")
        .hasMessageContaining("127.0.0.1:" + closed)
        .hasMessageContaining("refused");
  }

  @Test
  void shouldTakeOnlyAWebAddressForARegistry() {
    assertThat(crawl("--registry", "http://127.0.0.1:4873").config())
        .containsOnly(entry("whence.registry.url", "http://127.0.0.1:4873"));
    for (String other : new String[] {"ftp://x", "registry", "https://", "https://u:p@x/"}) {
      assertThatThrownBy(crawl("--registry", other)::config)
          .hasMessageContaining("--registry")
          .hasMessageContaining(other);
    }
  }

  private static CrawlOptions crawl(String... arguments) {
    var options = new CrawlOptions();
    new CommandLine(options).parseArgs(arguments);
    return options;
  }

  private static ServerOptions server(String... arguments) {
    var options = new ServerOptions();
    new CommandLine(options).parseArgs(arguments);
    return options;
  }
}
