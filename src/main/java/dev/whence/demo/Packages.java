package dev.whence.demo;

import dev.whence.provenance.PackageName;
import java.util.List;

/**
 * The packages of an edition by number: those with a story, then the population. Numbers beyond the
 * count are packages of the future.
 */
final class Packages {

  private static final List<Long> MAGNITUDES =
      List.of(1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L);

  private final Edition edition;
  private final Population population;
  private final Calendar calendar;
  private final List<PackageName> storied;

  Packages(Edition edition) {
    this.edition = edition;
    this.calendar = new Calendar(edition.now());
    this.population = new Population(edition, calendar);
    this.storied = stories().stream().map(History::name).toList();
  }

  /** Computed again each time, because a caller may add releases to its history. */
  private List<History> stories() {
    StoryTeller teller = new StoryTeller(calendar);
    EvidenceStories.tell(teller);
    ChangeStories.tell(teller);
    TroubleStories.tell(teller);
    return teller.told();
  }

  int count() {
    return Math.max(storied.size(), edition.packages());
  }

  boolean isStory(int number) {
    return number < storied.size();
  }

  int storyCount() {
    return storied.size();
  }

  PackageName name(int number) {
    return isStory(number) ? storied.get(number) : traits(number).name();
  }

  PackageTraits traits(int number) {
    return population.traits(number - storied.size());
  }

  History history(int number) {
    return isStory(number) ? stories().get(number) : population.history(number - storied.size());
  }

  Population population() {
    return population;
  }

  /** Downloads of last month. */
  long downloads(int number) {
    if (!isStory(number)) {
      return GeneratedPopularity.downloads(number - storied.size());
    }
    String name = storied.get(number).value();
    long magnitude = DrawnValue.of("magnitude of " + name, MAGNITUDES);
    return magnitude + DrawnValue.below("downloads of " + name, 9 * magnitude);
  }
}
