package dev.whence.web.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Setting;
import dev.whence.catalog.write.CrawlWriter;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page says when the keys in use have not been confirmed for two weeks. */
@QuarkusTest
class TrustAgeTest {

  private static final Instant CONFIRMED = Instant.parse("2031-05-05T09:14:00Z");
  private static final String SAID = "were last confirmed 5 May 2031, 09:14 UTC";

  @Inject CrawlWriter writer;

  @ParameterizedTest
  @CsvSource({
    "/, 15, true",
    "/about, 15, true",
    "/status, 15, true",
    "/no/such, 15, true",
    "/, 14, false"
  })
  void shouldSayThatKeysAreOld(String path, long days, boolean said) {
    Instant now = CONFIRMED.plus(Duration.ofDays(days));
    QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    writer.storeSetting(Setting.TRUST_REFRESHED_AT, CONFIRMED.toString(), now);
    try {
      String page = given().get(path).asString().replaceAll("<[^>]*>", "");
      assertThat(page.contains(SAID)).isEqualTo(said);
    } finally {
      writer.storeSetting(Setting.TRUST_REFRESHED_AT, null, now);
    }
  }
}
