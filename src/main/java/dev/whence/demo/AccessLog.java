package dev.whence.demo;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One line per request, in the order in which requests end: begin, end, client, method, path with
 * query, status, and User-Agent in quotes. The status is {@code -} if no answer began. Text from
 * clients is cut and escaped, so that it cannot add lines or fields.
 */
public final class AccessLog implements AutoCloseable {

  private static final int LONGEST_METHOD = 20;
  private static final int LONGEST_PATH = 1_000;
  private static final int LONGEST_AGENT = 200;

  /** A request appears in the file at most this late. */
  private static final long FLUSH_MILLIS = 100;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Writer out;
  private final Clock clock;

  private AccessLog(Writer out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Adds to the file, and makes it if it is missing. */
  public static AccessLog open(Path file, Clock clock) throws IOException {
    return new AccessLog(
        Files.newBufferedWriter(
            file, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
        clock);
  }

  /** Logs the handler's answers; both run on the server's one event loop. */
  Handler<HttpServerRequest> around(Handler<HttpServerRequest> answer, Vertx vertx) {
    vertx.setPeriodic(FLUSH_MILLIS, _ -> flush());
    return request -> {
      follow(request);
      answer.handle(request);
    };
  }

  private void follow(HttpServerRequest request) {
    Instant begin = clock.instant();
    HttpServerResponse response = request.response();
    // Called at the end of the answer, or when the connection ends without one.
    response.endHandler(_ -> write(line(request, begin, clock.instant())));
  }

  private static String line(HttpServerRequest request, Instant begin, Instant end) {
    HttpServerResponse response = request.response();
    return "%s %s %s %s %s %s \"%s\"%n"
        .formatted(
            TIME.format(begin),
            TIME.format(end),
            request.remoteAddress(),
            escaped(request.method().name(), LONGEST_METHOD, '!'),
            escaped(request.uri(), LONGEST_PATH, '!'),
            response.headWritten() ? response.getStatusCode() : "-",
            escaped(request.getHeader("User-Agent"), LONGEST_AGENT, ' '));
  }

  /** Printable ASCII from the first character on, without quote and backslash. */
  private static String escaped(@Nullable String text, int longest, char first) {
    if (text == null) {
      return "";
    }
    StringBuilder safe = new StringBuilder();
    text.chars()
        .limit(longest)
        .forEach(
            c -> {
              if (c >= first && c < 0x7f && c != '"' && c != '\\') {
                safe.append((char) c);
              } else {
                safe.append("\\u%04x".formatted(c));
              }
            });
    return safe.toString();
  }

  private void write(String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException("the access log cannot be written", e);
    }
  }

  private void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the access log cannot be written", e);
    }
  }

  /** Call it when the server has ended. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
