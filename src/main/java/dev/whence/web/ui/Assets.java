package dev.whence.web.ui;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Addresses of the static files. Each has a digest of the content, so that browsers can keep the
 * file for ever and still get a new one at once.
 */
@ApplicationScoped
public class Assets {

  private static final int DIGEST_BYTES = 6;

  /** The addresses that the layout uses. */
  public record Paths(String css, String js, String icon) {}

  private final Paths paths =
      new Paths(
          address("/assets/whence.css"),
          address("/assets/whence.js"),
          address("/assets/whence.svg"));

  public Paths paths() {
    return paths;
  }

  private static String address(String path) {
    try (InputStream content = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
      if (content == null) {
        throw new IllegalStateException("the static file " + path + " is missing");
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return path + "?v=" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
