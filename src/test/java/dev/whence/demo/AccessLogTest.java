package dev.whence.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.SetClock;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a registry's access log says of requests, good and evil ones. */
@Timeout(60)
class AccessLogTest {

  private static final Edition EDITION =
      new Edition("logged", 40, 14, Instant.parse("2026-11-01T00:00:00Z"));
  private static final String NOW = "2026-11-28T12:00:00.123456Z";

  @TempDir static Path folder;

  private static List<String> logged(String faults, String... requests) throws Exception {
    Path file = Files.createTempFile(folder, "access", ".log");
    AnswerFaults drawn = AnswerFaults.parse(faults, 1);
    try (AccessLog log = AccessLog.open(file, new SetClock(Instant.parse(NOW)));
        GeneratedRegistry registry =
            GeneratedRegistry.start(
                EDITION,
                folder.resolve("store"),
                DemoServing.QUIETLY.failing(drawn).logging(log))) {
      for (String request : requests) {
        ask(registry.url(), request);
      }
    }
    return Files.readAllLines(file);
  }

  /** Waits for the end of the connection. */
  private static void ask(URI url, String request) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write((request + "\r\nHost: h\r\n\r\n").getBytes(ISO_8859_1));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void shouldTellOfEachRequest() throws Exception {
    List<String> lines =
        logged(
            "reset:0",
            "GET /quietdb HTTP/1.0\r\nUser-Agent: whence/1 (a b)",
            "HEAD /registry/_changes?since=3 HTTP/1.0",
            "GET /%40tidewater%2fcore HTTP/1.0",
            "POST /absent HTTP/1.0",
            "GET /download-counts/-/download-counts-1.0.20758.tgz HTTP/1.0");
    assertThat(lines)
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).startsWith(NOW + " " + NOW + " 127.0.0.1:"));
    assertThat(lines.stream().map(line -> line.replaceFirst("^(?:\\S+ ){3}", "")))
        .containsExactly(
            "GET /quietdb 200 \"whence/1 (a b)\"",
            "HEAD /registry/_changes?since=3 200 \"\"",
            "GET /%40tidewater%2fcore 200 \"\"",
            "POST /absent 405 \"\"",
            "GET /download-counts/-/download-counts-1.0.20758.tgz 200 \"\"");
  }

  @Test
  void shouldTellOfAnswersThatNeverBegan() throws Exception {
    assertThat(logged("reset:1", "GET /quietdb HTTP/1.0"))
        .singleElement()
        .asString()
        .endsWith(" GET /quietdb - \"\"");
    assertThat(logged("truncate:1", "GET /quietdb HTTP/1.0"))
        .singleElement()
        .asString()
        .endsWith(" GET /quietdb 200 \"\"");
  }

  @Test
  void shouldEscapeAndCutWhatClientsWrite() throws Exception {
    List<String> lines =
        logged(
            "reset:0",
            "GET /a\"b\\c HTTP/1.0\r\nUser-Agent: x\" 200\t\u00e9\\",
            "GET /" + "p".repeat(3_000) + " HTTP/1.0\r\nUser-Agent: " + "a".repeat(4_000));
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .endsWith(" GET /a\\u0022b\\u005cc 404 \"x\\u0022 200\\u0009\\u00e9\\u005c\"");
    assertThat(lines.getLast()).matches(Pattern.compile(".* GET /p{999} 404 \"a{200}\""));
  }
}
