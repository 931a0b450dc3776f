package dev.whence.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The population is distributed as npm is, as far as that can be known without signing anything.
 */
class PopulationTest {

  private static final int COUNT = 20_000;
  private static final Edition EDITION = edition("distributions");
  private static final List<PackageTraits> ALL =
      IntStream.range(0, COUNT).mapToObj(number -> PackageTraits.of(number, EDITION)).toList();

  private static Edition edition(String seed) {
    return new Edition(seed, COUNT, 17, Instant.parse("2026-11-01T00:00:00Z"));
  }

  @Test
  void shouldGiveEachPackageANameOfItsOwn() {
    Set<String> names = new HashSet<>();
    ALL.forEach(traits -> names.add(traits.name().value()));
    assertThat(names).hasSize(COUNT);
  }

  @Test
  void shouldHaveFewVersionsOfMostPackagesAndThousandsOfSome() {
    int[] releases = ALL.stream().mapToInt(PackageTraits::releases).sorted().toArray();
    assertThat(releases[COUNT / 2]).isBetween(3, 5);
    assertThat(Arrays.stream(releases).average().orElseThrow()).isBetween(8.0, 13.0);
    assertThat(releases[0]).isPositive();
    assertThat(releases[COUNT - 1]).isGreaterThan(3_000);
    assertThat(releases[COUNT - 8]).isGreaterThan(400);
  }

  @Test
  void shouldHaveProvenanceAboutAsOftenAsNpm() {
    long versions = 0;
    long proven = 0;
    int packages = 0;
    for (PackageTraits traits : ALL) {
      long some = proven(traits);
      versions += traits.releases();
      proven += some;
      packages += some > 0 ? 1 : 0;
    }
    assertThat(100.0 * packages / COUNT).isBetween(10.0, 15.0);
    assertThat(100.0 * proven / versions).isBetween(5.0, 8.0);
  }

  private static long proven(PackageTraits traits) {
    Family family = traits.family();
    Chance common = Chance.of(EDITION.seed(), "slots", family.first());
    return family.schedule().slots(common, EDITION.now()).stream()
        .skip(traits.skipped())
        .filter(slot -> family.schedule().hasProvenance(slot.at(), EDITION.now()))
        .count();
  }

  @Test
  void shouldScopeAQuarterAndKeepMonoreposTogether() {
    long scoped = ALL.stream().filter(traits -> traits.name().scope().isPresent()).count();
    assertThat(100.0 * scoped / COUNT).isBetween(20.0, 30.0);
    Map<Integer, Set<String>> scopes = new HashMap<>();
    for (PackageTraits traits : ALL) {
      if (traits.family().isMonorepo()) {
        scopes
            .computeIfAbsent(traits.family().first(), _ -> new HashSet<>())
            .add(traits.name().scope().orElseThrow());
      }
    }
    assertThat(scopes.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    assertThat(ALL.stream().mapToInt(traits -> traits.family().size()).max()).hasValue(50);
  }

  @Test
  void shouldReleaseAMonorepoInOneRun() {
    int first =
        ALL.stream()
            .filter(
                traits -> traits.family().isMonorepo() && traits.family().schedule().releases() > 4)
            .findFirst()
            .orElseThrow()
            .number();
    Population population = new Population(EDITION, new Calendar(EDITION.now()));
    Release one = population.history(first).last().orElseThrow();
    Release other = population.history(first + 1).last().orElseThrow();
    assertThat(other.version()).isEqualTo(one.version());
    assertThat(other.at()).isEqualTo(one.at());
    assertThat(other.build()).isEqualTo(one.build());
  }

  @Test
  void shouldHaveSomeOfEachFate() {
    assertThat(ALL).extracting(PackageTraits::fate).contains(PackageTraits.Fate.values());
    long silent = ALL.stream().filter(traits -> !traits.hasRepository()).count();
    assertThat(100.0 * silent / COUNT).isBetween(12.0, 20.0);
  }

  @Test
  void shouldBeDownloadedByAPowerLaw() {
    assertThat(GeneratedPopularity.downloads(0) / GeneratedPopularity.downloads(99))
        .isBetween(150L, 165L);
    Chance chance = Chance.of("seed", "ranks", 0);
    long popular =
        IntStream.range(0, 1_000)
            .filter(_ -> GeneratedPopularity.rank(chance, 1_000_000) < 1_000)
            .count();
    assertThat(popular).isBetween(450L, 550L);
  }

  @Test
  void shouldFollowFromTheSeed() {
    PackageTraits again = PackageTraits.of(777, edition("distributions"));
    assertThat(again).isEqualTo(ALL.get(777));
    assertThat(PackageTraits.of(777, edition("another"))).isNotEqualTo(again);
  }
}
