package dev.whence.registry.npm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.PackageName;
import dev.whence.registry.LeftPad;
import dev.whence.testing.ReplayRegistry;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the client reads, and how it asks. */
@Timeout(60)
class RegistryClientTest {

  private LeftPad leftPad;
  private ReplayRegistry server;
  private RegistryClient client;

  @BeforeEach
  void start() {
    leftPad = new LeftPad();
    server = leftPad.server;
    client = leftPad.client;
  }

  @AfterEach
  void stop() {
    leftPad.close();
  }

  @Test
  void shouldReadAPackument() {
    PackumentFetch.Found found = (PackumentFetch.Found) client.packument(LeftPad.NAME, null, null);
    assertThat(found.packument().versions()).hasSize(1);
    assertThat(found.bytes()).isEqualTo(LeftPad.PACKUMENT.length);
    assertThat(found.etag()).isNotNull();
    assertThat(server.requests().getFirst().userAgent()).startsWith("whence/");
  }

  @Test
  void shouldAskConditionally() {
    PackumentFetch.Found found = (PackumentFetch.Found) client.packument(LeftPad.NAME, null, null);
    assertThat(client.packument(LeftPad.NAME, found.etag(), null))
        .isInstanceOf(PackumentFetch.NotModified.class);
    assertThat(server.requests().getLast().ifNoneMatch()).isEqualTo(found.etag());
  }

  @Test
  void shouldKnowAnUnchangedPackumentWhereTheRegistryIgnoresTheCondition() {
    PackumentFetch.Found found = (PackumentFetch.Found) client.packument(LeftPad.NAME, null, null);
    assertThat(client.packument(LeftPad.NAME, "\"another\"", found.bodySha256()))
        .isInstanceOf(PackumentFetch.NotModified.class);
  }

  /** A proxy's own memory: nobody told it what we have. */
  @Test
  void shouldNotTakeWhatIsNotModifiedForAnAnswerWhereNothingWasAskedAbout() {
    server.answer("/left-pad", exchange -> exchange.sendResponseHeaders(304, -1));

    assertThat(client.packument(LeftPad.NAME, null, "ab".repeat(32)))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo("The registry answered 304."));
    assertThat(client.packument(LeftPad.NAME, "\"known\"", null))
        .isInstanceOf(PackumentFetch.NotModified.class);
  }

  @Test
  void shouldSayThatThereIsNoSuchPackage() {
    server.answer("/left-pad", 404);
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOf(PackumentFetch.Missing.class);
    assertThat(client.attestations(LeftPad.NAME, "1.0.0"))
        .isInstanceOf(AttestationsFetch.Missing.class);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void shouldReadA404WhoseBodyIsNotWhatItsHeadersSay() {
    server.answer(
        "/left-pad",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(404, -1);
        });
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOf(PackumentFetch.Missing.class);
  }

  @Test
  void shouldCallAPackumentUnreadableThatStaysGarbage() {
    server.answer("/left-pad", "{\"name\":\"left-pad\",\"versions\":{\"1.0".getBytes(UTF_8));
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("not a whole JSON document"));
  }

  @Test
  void shouldKeepAsServedWhatIsNoAttestationResponse() {
    server.answer(LeftPad.ATTESTATIONS, "[ null ]".getBytes(UTF_8));
    assertThat(client.attestations(LeftPad.NAME, "1.0.0"))
        .isInstanceOfSatisfying(
            AttestationsFetch.Found.class,
            found -> assertThat(found.body()).isEqualTo("[ null ]".getBytes(UTF_8)));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldTakeAPageOfSomebodyElseAsNoAnswer() {
    server.answer(LeftPad.ATTESTATIONS, "<html>".getBytes(UTF_8));
    assertThat(client.attestations(LeftPad.NAME, "1.0.0"))
        .isInstanceOfSatisfying(
            AttestationsFetch.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("The registry sent no usable answer: the response is not a whole"));
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void shouldAskForScopedNamesAsOneSegment() {
    client.packument(new PackageName("@Scope/it's_(old)!~*.js"), null, null);
    client.attestations(new PackageName("@s/p"), "1.0.0-α+b c/d?e#f");
    assertThat(server.requests())
        .extracting(ReplayRegistry.Request::rawPath)
        .containsExactly(
            "/@Scope%2Fit%27s_%28old%29%21%7E*.js",
            "/-/npm/v1/attestations/@s%2Fp@1.0.0-%CE%B1%2Bb%20c%2Fd%3Fe%23f");
    assertThat(server.requests().getLast().path())
        .isEqualTo("/-/npm/v1/attestations/@s/p@1.0.0-α+b c/d?e#f");
  }

  @Test
  void shouldReadTheIdsOfTheSigningKeys() {
    server.answer(
        "/-/npm/v1/keys",
        "{\"keys\":[{\"keyid\":\"SHA256:a\",\"key\":\"x\"},{\"keyid\":1},1]}".getBytes(UTF_8));
    assertThat(client.signingKeyIds()).isEqualTo(new KeyIdsFetch.Found(Set.of("SHA256:a")));
    server.answer("/-/npm/v1/keys", 404);
    assertThat(client.signingKeyIds()).isEqualTo(new KeyIdsFetch.Found(Set.of()));
    server.answer("/-/npm/v1/keys", 403);
    assertThat(client.signingKeyIds())
        .isEqualTo(new KeyIdsFetch.Failed("The registry answered 403."));
    server.answer("/-/npm/v1/keys", "<html>".getBytes(UTF_8));
    assertThat(client.signingKeyIds())
        .isInstanceOfSatisfying(
            KeyIdsFetch.Failed.class,
            failed -> assertThat(failed.reason()).startsWith("The registry sent no usable answer"));
  }
}
