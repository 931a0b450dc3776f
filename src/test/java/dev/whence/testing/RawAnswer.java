package dev.whence.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a server sends for bytes that no HTTP client would send.
 *
 * @param status 0 where it closed the connection without a word
 * @param head the status line and the headers, in lower case
 */
public record RawAnswer(int status, String head, String body) {

  private static final int PATIENCE_MILLIS = 10_000;

  /** Sends bytes to a port of this machine, and reads until the server closes. */
  public static RawAnswer to(int port, byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (SocketTimeoutException e) {
      return new RawAnswer(0, "it keeps silent", "");
    }
  }

  private static RawAnswer parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new RawAnswer(0, text, "");
    }
    String head = text.substring(0, end).toLowerCase(Locale.ROOT);
    return new RawAnswer(
        Integer.parseInt(head.substring(9, 12)), head, text.substring(end + "\r\n\r\n".length()));
  }

  /** Whether the body is one of ours for an error at this path, and says the status. */
  public boolean isOurError(String path) {
    return path.startsWith("/api/")
        ? head.contains("content-type: application/problem+json")
            && body.contains("\"status\":" + status)
        : head.contains("content-type: text/html") && body.contains("HTTP status " + status + ".");
  }
}
