package dev.whence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the registry's access log.
 *
 * @param begin microseconds since 1970
 * @param end of the answer, when the server had handed it over
 * @param status {@code -} where no answer began
 */
record Request(long begin, long end, String path, String status, String agent) {

  static final long SECOND = 1_000_000;

  private static final Pattern LINE =
      Pattern.compile("(\\S+) (\\S+) \\S+ \\S+ (\\S+) (\\S+) \"(.*)\"");

  static Request parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a line of an access log: " + line);
    }
    return new Request(
        micros(matcher.group(1)),
        micros(matcher.group(2)),
        matcher.group(3),
        matcher.group(4),
        matcher.group(5));
  }

  private static long micros(String time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
  }

  static List<Request> read(Path log) throws IOException {
    return Files.readAllLines(log).stream().map(Request::parse).toList();
  }

  boolean isRefused() {
    return status.equals("429");
  }

  /** Whether it asks for a packument, not for attestations, downloads, changes or keys. */
  boolean isPackument() {
    return !path.startsWith("/-/")
        && !path.startsWith("/downloads/")
        && !path.startsWith("/registry/")
        && !path.startsWith("/_changes")
        && !path.startsWith("/download-counts");
  }
}
