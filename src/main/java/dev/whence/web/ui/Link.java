package dev.whence.web.ui;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link out of Whence. Its text is its address, unless the text around it says where it leads.
 *
 * @param href an http or https URL
 * @param text the URL without {@code https://}, or a readable part of it
 */
public record Link(String href, String text) {

  private static final int MAX_LENGTH = 2_000;

  /**
   * A link to a URL that somebody else wrote; empty unless it is plain http(s) with a host. A URL
   * with a user name is refused: {@code https://github.com@example.org} does not lead where it
   * seems.
   */
  public static Optional<Link> to(@Nullable String url) {
    if (url == null || url.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(url).parseServerAuthority();
      boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equals(uri.getScheme());
      return isWeb && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(new Link(uri.toASCIIString(), withoutScheme(uri.toASCIIString())))
          : Optional.empty();
    } catch (URISyntaxException notAUrl) {
      return Optional.empty();
    }
  }

  /** Whether the text is the address; then it need not be repeated. */
  public boolean isWhole() {
    return text.equals(withoutScheme(href));
  }

  /** The same destination with another text. */
  public Link as(String words) {
    return new Link(href, words);
  }

  private static String withoutScheme(String url) {
    return url.startsWith("https://") ? url.substring("https://".length()) : url;
  }
}
