package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.testing.LoggedErrors;
import dev.whence.testing.RandomRequests;
import dev.whence.testing.RandomRequests.Request;
import dev.whence.testing.RawAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked for, and whichever layer refuses it: no failure, no error in the log, and no
 * error body but ours.
 */
@QuarkusTest
class RandomRequestsTest {

  private static final int REQUESTS = Integer.getInteger("whence.random-requests", 3_000);
  private static final long SEED = Long.getLong("whence.random-seed", 14);

  private final LoggedErrors errors = LoggedErrors.listen();

  @AfterEach
  void stop() {
    errors.close();
  }

  @Test
  void shouldRefuseRandomRequestsInOurOwnWords() throws IOException {
    RandomRequests requests = new RandomRequests(new Random(SEED));
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      Request request = requests.next();
      RawAnswer answer = RawAnswer.to(RestAssured.port, request.bytes());
      if (!isRight(request, answer)) {
        wrong.add(request + "→ " + answer);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(errors.messages()).isEmpty();
  }

  private static boolean isRight(Request request, RawAnswer answer) {
    if (answer.status() >= 100 && answer.status() < 400) {
      return true;
    }
    boolean refused = answer.status() >= 400 && answer.status() < 500;
    return refused
        && (request.method().equals("HEAD")
            ? answer.body().isEmpty()
            : answer.isOurError(request.path()))
        && answer.head().contains("\r\ncontent-security-policy: ");
  }

  /** A segment of nothing but matrix parameters broke RESTEasy before our code saw it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/repositories/github.com/;",
        "/repository/a/b/;/workflow/x",
        "/api/v1/repositories/a/b/-/workflows/;",
        "/;",
        "/package/;a=b",
        "/about;x"
      })
  void shouldTakeASemicolonForACharacter(String path) throws IOException {
    RawAnswer answer = get(path, "");

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.isOurError(path)).isTrue();
    assertThat(errors.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=", "/api/v1/search?q=", "/package/", "/api/v1/packages/"})
  void shouldSayThatAnAddressIsTooLong(String path) throws IOException {
    RawAnswer answer = get(path + "x".repeat(10_000), "");

    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.isOurError(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/status"})
  void shouldSayThatHeadersAreTooLarge(String path) throws IOException {
    RawAnswer answer = get(path, "Cookie: " + "x".repeat(20_000) + "\r\n");

    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.isOurError(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/about", "/api/v1/status"})
  void shouldSayThatABodyIsTooLarge(String path) throws IOException {
    RawAnswer answer =
        send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99000000\r\n\r\n");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.isOurError(path)).isTrue();
  }

  /** Of these there is no request yet that could be answered with a page: a status must do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /about\r\n\r\n",
        "GET /about HTTP/9.9\r\n\r\n",
        "GET  HTTP/1.1\r\n\r\n",
        "GET /about HTTP/1.1\r\nno header\r\n\r\n",
        "GET /about HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "GET /about HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET about HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET http://[/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nno frame at all, but long enough to be read as one",
        "GET /about HTTP/1.1\r\nConnection: close\r\n\r\n"
      })
  void shouldRefuseWhatIsNoRequestWithoutForeignWords(String bytes) throws IOException {
    RawAnswer answer = send(bytes);

    assertThat(answer.status()).isLessThan(500);
    if (!answer.body().isEmpty()) {
      assertThat(answer.isOurError("/")).as(answer.toString()).isTrue();
    }
    assertThat(errors.messages()).isEmpty();
  }

  @Test
  void shouldBeAbleToFail() {
    assertThat(new RawAnswer(404, "content-type: text/html", "Resource not found").isOurError("/"))
        .isFalse();
    assertThat(new RawAnswer(500, "", "").isOurError("/api/v1/x")).isFalse();
  }

  private static RawAnswer get(String path, String headers) throws IOException {
    return send(
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
  }

  private static RawAnswer send(String bytes) throws IOException {
    return RawAnswer.to(RestAssured.port, bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
