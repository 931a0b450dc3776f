package dev.whence.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.RefreshTier;
import dev.whence.crawl.CrawlConfig;
import dev.whence.provenance.PackageName;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefreshTableTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final PackageName NAME = new PackageName("p");

  private static final Path RECORD = Path.of("docs/adr/013-refresh-by-tiers.md");

  /** The rows of the record, in its order. */
  private static final Map<String, RefreshEvent> EVENTS = new LinkedHashMap<>();

  static {
    EVENTS.put(
        "crawled, a million downloads a month or two releases a week",
        crawled(1_000_000, NOW.minus(Duration.ofDays(900))));
    EVENTS.put(
        "crawled, 10,000 downloads or a release in the last 30 days",
        crawled(0, NOW.minus(Duration.ofDays(29))));
    EVENTS.put(
        "crawled, 100 downloads or a release in the last year",
        crawled(100, NOW.minus(Duration.ofDays(900))));
    EVENTS.put("crawled, less than that", crawled(99, NOW.minus(Duration.ofDays(900))));
    EVENTS.put(
        "crawled, attestations that could not be fetched are due in 10 min",
        new RefreshEvent.Crawled(RefreshTier.WARM, NOW.plus(Duration.ofMinutes(10))));
    EVENTS.put(
        "crawled in part: not all attestations fitted into memory",
        new RefreshEvent.CrawledInPart(RefreshTier.WARM));
    EVENTS.put("unpublished", new RefreshEvent.Unpublished());
    EVENTS.put(
        "not found or unreadable, never read before", new RefreshEvent.NoPackument(false, 1));
    EVENTS.put("not found or unreadable, read before", new RefreshEvent.NoPackument(true, 1));
    EVENTS.put("failed once", new RefreshEvent.Failed(1, Duration.ZERO));
    EVENTS.put("failed twice in a row", new RefreshEvent.Failed(2, Duration.ZERO));
    EVENTS.put(
        "failed once, the registry asked us to wait 5 h",
        new RefreshEvent.Failed(1, Duration.ofHours(5)));
    EVENTS.put("failed 11 times in a row", new RefreshEvent.Failed(11, Duration.ZERO));
    EVENTS.put("failed 12 times in a row: parked", new RefreshEvent.Failed(12, Duration.ZERO));
    EVENTS.put("attestations refused once", new RefreshEvent.Refused(1));
    EVENTS.put("attestations refused 12 times in a row: parked", new RefreshEvent.Refused(12));
    EVENTS.put("abandoned, since the process ended", new RefreshEvent.Abandoned());
    EVENTS.put("changed, as the feed says", new RefreshEvent.Changed());
    EVENTS.put("changed, but another task is just crawling it", new RefreshEvent.UnderWay());
    EVENTS.put("new, named by an operator", new RefreshEvent.Named(0));
    EVENTS.put("new, discovered, 54,321 downloads", new RefreshEvent.Discovered(54_321L));
    EVENTS.put("new, discovered, downloads not known", new RefreshEvent.Discovered(null));
    EVENTS.put("overdue by 10 minutes, without a task", new RefreshEvent.Overdue());
  }

  private final RefreshTable table =
      new RefreshTable(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(CrawlConfig.class)
              .build()
              .getConfigMapping(CrawlConfig.class));

  @ParameterizedTest
  @EnumSource
  void shouldComeBackWithinTheGoal(RefreshTier tier) {
    for (int i = 0; i < 100; i++) {
      PackageName name = new PackageName("p" + i);
      Duration wait = wait(after(new RefreshEvent.Crawled(tier, null), name));
      assertThat(wait).isBetween(percent(tier, 70), percent(tier, 89));
    }
  }

  private Duration percent(RefreshTier tier, int percent) {
    return table.goal(tier).multipliedBy(percent).dividedBy(100);
  }

  @Test
  void shouldComeBackSoonWhereSomethingIsMissing() {
    assertThat(wait(after(new RefreshEvent.CrawledInPart(RefreshTier.COLD), NAME)))
        .isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void shouldDoubleTheWaitUpToADayAndThenPark() {
    Duration before = Duration.ZERO;
    for (int failures = 1; failures <= 10; failures++) {
      Duration wait = wait(after(new RefreshEvent.Failed(failures, Duration.ZERO), NAME));
      assertThat(wait).isGreaterThan(before).isLessThan(Duration.ofHours(27));
      before = wait;
    }
    assertThat(table.isParked(11)).isFalse();
    assertThat(table.isParked(12)).isTrue();
    assertThat(wait(after(new RefreshEvent.Failed(1_000_000, Duration.ZERO), NAME)))
        .isGreaterThan(Duration.ofDays(6));
  }

  @Test
  void shouldHonourTheWaitThatTheRegistryAsksFor() {
    assertThat(wait(after(new RefreshEvent.Failed(1, Duration.ofHours(5)), NAME)))
        .isEqualTo(Duration.ofHours(5));
  }

  @Test
  void shouldSpreadWhatBeganTogether() {
    Set<Instant> times =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    after(
                        new RefreshEvent.Crawled(RefreshTier.HOT, null), new PackageName("p" + i)))
            .collect(Collectors.toSet());
    assertThat(times).hasSizeGreaterThan(50);
  }

  /** One row of the table: the record is right about the class, and the class about the record. */
  @ParameterizedTest
  @MethodSource("rows")
  void shouldFollowTheTableOfTheRecord(String event, String when, String tier, String priority) {
    NextLook look = table.after(Objects.requireNonNull(EVENTS.get(event), event), NAME, NOW);
    Duration wait = duration(when);
    assertThat(wait(look.at()))
        .isBetween(wait.multipliedBy(9).dividedBy(10), wait.multipliedBy(11).dividedBy(10));
    assertThat(look.tier()).isEqualTo(tier.equals("as before") ? null : RefreshTier.valueOf(tier));
    assertThat(look.priority()).isEqualTo(Integer.parseInt(priority));
  }

  @Test
  void shouldHaveARowForEachEventAndAnEventForEachRow() throws IOException {
    assertThat(rows().map(row -> (String) row.get()[0])).containsExactlyElementsOf(EVENTS.keySet());
    assertThat(EVENTS.values().stream().map(RefreshEvent::getClass).distinct())
        .hasSameSizeAs(RefreshEvent.class.getPermittedSubclasses());
  }

  @Test
  void shouldKeepTheOrderOfAList() {
    Instant first = after(new RefreshEvent.Named(0), new PackageName("b"));
    Instant second = after(new RefreshEvent.Named(1), new PackageName("a"));
    assertThat(first).isBefore(second);
  }

  static Stream<Arguments> rows() throws IOException {
    return Files.readAllLines(RECORD).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| what happened"))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
        .map(Arguments::of);
  }

  private static RefreshEvent crawled(long downloads, Instant release) {
    return new RefreshEvent.Crawled(TierRules.tier(downloads, List.of(release), NOW), null);
  }

  /** As in "after 4.8 h". */
  private static Duration duration(String when) {
    if (when.equals("now")) {
      return Duration.ZERO;
    }
    int unit = when.lastIndexOf(' ');
    double seconds =
        Double.parseDouble(when.substring("after ".length(), unit))
            * switch (when.substring(unit + 1)) {
              case "h" -> 3_600;
              case "min" -> 60;
              case "s" -> 1;
              default -> throw new IllegalArgumentException(when);
            };
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  private Instant after(RefreshEvent event, PackageName name) {
    return table.after(event, name, NOW).at();
  }

  private static Duration wait(Instant next) {
    return Duration.between(NOW, next);
  }
}
