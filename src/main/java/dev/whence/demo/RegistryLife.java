package dev.whence.demo;

import dev.whence.demo.store.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * What happens after the edition's now: at each tick packages are published, deprecated or added.
 * The same number of ticks gives the same registry. One thread advances the time; any other may
 * read.
 */
final class RegistryLife {

  private final Edition edition;
  private final Packages packages;
  private final PackageContent content;
  private final Feed feed;
  private final Duration interval;
  private final Map<Integer, List<LifeMove>> moves = new HashMap<>();
  private final Map<String, Body> bodies = new ConcurrentHashMap<>();
  private final Map<String, Integer> begun = new ConcurrentHashMap<>();
  private long ticks;

  /**
   * @param interval between two ticks
   */
  RegistryLife(
      Edition edition, Packages packages, PackageContent content, Feed feed, Duration interval) {
    this.edition = edition;
    this.packages = packages;
    this.content = content;
    this.feed = feed;
    this.interval = interval;
  }

  /** The body of a key, if it differs from the store's. */
  Optional<Body> find(String key) {
    return Optional.ofNullable(bodies.get(key));
  }

  /** The number of a package that the store does not have. */
  Optional<Integer> number(String name) {
    return Optional.ofNullable(begun.get(name));
  }

  long ticks() {
    return ticks;
  }

  /** Advances the time by this many ticks. */
  void pass(long more) {
    List<Integer> touched = new ArrayList<>();
    for (long end = ticks + more; ticks < end; ) {
      ticks++;
      LifeMove move = LifeMove.at(ticks, edition, packages, packages.count() + begun.size());
      touched(move).forEach(number -> touch(number, move, touched));
    }
    touched.stream().distinct().forEach(this::issue);
    touched.forEach(feed::change);
  }

  /** A publication is of all packages of the family that exist already. */
  private List<Integer> touched(LifeMove move) {
    if (move.kind() != LifeMove.Kind.PUBLISH) {
      return List.of(move.number());
    }
    Family family = packages.traits(move.number()).family();
    int first = packages.storyCount() + family.first();
    int end = Math.min(first + family.size(), packages.count() + begun.size());
    return IntStream.range(first, end).boxed().toList();
  }

  private void touch(int number, LifeMove move, List<Integer> touched) {
    PackageTraits traits = packages.traits(number);
    if (traits.fate() == PackageTraits.Fate.UNPUBLISHED && number < packages.count()) {
      return;
    }
    if (move.kind() == LifeMove.Kind.BEGIN) {
      begun.put(traits.name().value(), number);
    }
    moves.computeIfAbsent(number, _ -> new ArrayList<>()).add(move);
    touched.add(number);
  }

  /** The body of a version's attestations never changes, so existing ones stay. */
  private void issue(int number) {
    try {
      History history = history(number);
      for (Release release : history.releases()) {
        String key = PackageContent.key(history, release);
        if (release.at().isAfter(edition.now()) && !bodies.containsKey(key)) {
          content.attestations(history, release).ifPresent(body -> bodies.put(key, body));
        }
      }
      bodies.put(PackageContent.key(history), content.packument(history));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private History history(int number) {
    PackageTraits traits = packages.traits(number);
    Population population = packages.population();
    History history =
        number < packages.count() ? packages.history(number) : population.begin(traits);
    for (LifeMove move : moves.getOrDefault(number, List.of())) {
      Instant at = edition.now().plus(interval.multipliedBy(move.tick()));
      Chance chance = Chance.of(edition.seed(), "move of " + traits.family().first(), move.tick());
      Optional<Release> last = history.last();
      switch (move.kind()) {
        case PUBLISH ->
            population.release(
                history,
                traits,
                Numbering.parse(last.orElseThrow().version()).next(chance).toString(),
                at,
                chance);
        case BEGIN -> population.release(history, traits, "1.0.0", at, chance);
        case DEPRECATE -> history.but(release -> release.deprecated("No longer maintained."));
        case UNPUBLISH -> history.but(Release::unpublished);
        case TAG ->
            last.filter(release -> !release.removed())
                .ifPresent(release -> history.tag("next", release.version()));
      }
    }
    return history;
  }
}
