package dev.whence.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Requests as a seed has it: well-formed as HTTP, and of everything else what breaks parsers. */
public final class RandomRequests {

  private static final List<String> METHODS =
      List.of(
          "GET",
          "GET",
          "GET",
          "GET",
          "GET",
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "OPTIONS",
          "TRACE",
          "PATCH",
          "DELETE",
          "PROPFIND",
          "X-ODD");

  /** What addresses of ours begin with. */
  private static final List<String> ROOTS =
      List.of(
          "",
          "/",
          "/api",
          "/api/v1",
          "/api/v1/packages",
          "/api/v1/repositories",
          "/api/v1/repositories/github.com",
          "/api/v1/search",
          "/api/v1/status",
          "/api/v1/versions",
          "/api/v1/packages.csv",
          "/api/v1/adoption",
          "/api/v1/openapi",
          "/package",
          "/repository",
          "/repository/github.com",
          "/repository/a/b",
          "/packages",
          "/versions",
          "/repositories",
          "/search",
          "/status",
          "/about",
          "/adoption",
          "/assets",
          "/healthz",
          "/q",
          "/q/health",
          "/robots.txt",
          "//",
          "/./",
          "/../");

  private static final List<String> SEGMENTS =
      List.of(
          ";",
          ";;",
          ";a",
          ";=",
          ";a=b;c",
          "a;",
          "%3B",
          "%3b;",
          ".",
          "..",
          "...",
          "%2e%2e",
          "%2f",
          "%2F..%2F",
          "%5c",
          "\\",
          "%",
          "%z",
          "%zz",
          "%0",
          "%00",
          "%0a",
          "%0d%0a",
          "%1b",
          "%7f",
          "%ff",
          "%c3%28",
          "%ed%a0%80",
          "%f0%9f%98%80",
          "%u0041",
          "%25",
          "%25%32%66",
          "+",
          "*",
          "@",
          "@/",
          "@a",
          "@a/b",
          "@a%2fb",
          "%40a%2Fb",
          "@a%2f",
          "-",
          "-/workflows",
          "v",
          "v/1",
          "workflow",
          "workflow/x",
          "versions",
          "versions/;",
          "history",
          "attestations",
          "raw",
          "github.com",
          "a",
          "b",
          "a:b",
          "a,b",
          "a b".replace(' ', '+'),
          "~",
          "!",
          "$",
          "'",
          "(",
          ")",
          "&",
          "=",
          "|",
          "^",
          "`",
          "{",
          "}",
          "{x}",
          "[",
          "]",
          "<",
          ">",
          "\"",
          "${jndi:x}",
          "1.0.0",
          "x.csv",
          ".git",
          "%e2%80%ae",
          "WEB-INF",
          "null",
          "a".repeat(300));

  private static final List<String> PARAMETERS =
      List.of(
          "q",
          "q=",
          "q=%",
          "q=%zz",
          "q=%00",
          "q=a%0d%0ab",
          "q=;",
          "q=a&q=b",
          "limit=0",
          "limit=9999999999",
          "limit=%",
          "pageToken=x",
          "page=-1",
          "page=99999999999",
          "sort=;",
          "evidence=%ff",
          "step=year",
          "=",
          "&&",
          "?",
          "%",
          "a[b]=c",
          "from=2026-99-99",
          "from=0",
          "#",
          ";a=b",
          "q=" + "x".repeat(500));

  private static final List<String> HEADERS =
      List.of(
          "Accept: image/png",
          "Accept: ;",
          "Accept: */*;q=x",
          "Accept: text/html;q=2",
          "Accept: a/b/c",
          "Accept: application/json;charset",
          "Accept: ",
          "Accept-Language: ;;q",
          "Content-Type: ;",
          "Content-Type: text/html; charset=no-such",
          "Cookie: a=b; ;=;",
          "Cookie: \"",
          "If-None-Match: W/",
          "If-None-Match: *",
          "If-Modified-Since: never",
          "Range: bytes=9-1",
          "Range: x",
          "HX-Request: true",
          "HX-Request: ;",
          "Origin: null",
          "Origin: ://",
          "Expect: 100-continue",
          "Expect: x",
          "Upgrade: h2c",
          "Upgrade: websocket",
          "Connection: upgrade",
          "X-Forwarded-Host: ;",
          "Forwarded: for=;",
          "Authorization: x",
          "Accept-Encoding: x;q=;",
          "Content-Encoding: gzip",
          "Content-Length: 0",
          "TE: ;",
          "X: " + "y".repeat(2_000));

  private static final List<String> HOSTS =
      List.of(
          "localhost",
          "localhost",
          "localhost",
          "localhost:80",
          "a..b",
          "[::1]",
          "[",
          "a b",
          "%",
          "localhost:x",
          ":",
          "ü");

  private final RandomGenerator random;

  public RandomRequests(RandomGenerator random) {
    this.random = random;
  }

  /**
   * A request.
   *
   * @param path what its target names
   */
  public record Request(String method, String path, byte[] bytes) {
    @Override
    public String toString() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  public Request next() {
    String method = one(METHODS);
    StringBuilder target = new StringBuilder(one(ROOTS));
    for (int i = random.nextInt(5); i > 0; i--) {
      target.append('/').append(one(SEGMENTS));
    }
    if (target.isEmpty() || target.charAt(0) != '/') {
      target.insert(0, '/');
    }
    String path = target.toString();
    for (int i = random.nextInt(3); i > 0; i--) {
      target.append(target.indexOf("?") < 0 ? '?' : '&').append(one(PARAMETERS));
    }
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    text.append("Host: ").append(one(HOSTS)).append("\r\n");
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(one(HEADERS)).append("\r\n");
    }
    text.append("Connection: close\r\n\r\n");
    return new Request(method, path, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
