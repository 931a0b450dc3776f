package dev.whence.verify.trust;

import dev.sigstore.tuf.Fetcher;
import dev.sigstore.tuf.FileExceedsMaxLengthException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Downloads for the TUF client with the JDK's HTTP client. The library's own fetcher uses another
 * HTTP client, which needs gRPC's classes.
 */
final class TufFetcher implements Fetcher {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String base;

  TufFetcher(URI base) {
    this.base = base.toString().replaceAll("/+$", "");
  }

  @Override
  public String getSource() {
    return base;
  }

  /**
   * Null if there is no such file, as the library expects: it always asks for one root too many.
   */
  @Override
  public byte @Nullable [] fetchResource(String name, int maxLength)
      throws IOException, FileExceedsMaxLengthException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/" + name))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "application/json")
            .build();
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return switch (response.statusCode()) {
          case 200 -> bounded(body, name, maxLength);
          case 404 -> null;
          default -> throw new IOException(name + ": HTTP status " + response.statusCode());
        };
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while fetching " + name);
    }
  }

  private static byte[] bounded(InputStream body, String name, int maxLength)
      throws IOException, FileExceedsMaxLengthException {
    byte[] bytes = body.readNBytes(maxLength);
    if (body.read() >= 0) {
      throw new FileExceedsMaxLengthException(name, maxLength);
    }
    return bytes;
  }
}
