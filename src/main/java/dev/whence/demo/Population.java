package dev.whence.demo;

import dev.whence.demo.sigstore.Shape;
import java.time.Instant;
import java.util.List;

/**
 * Packages without a story, any number of them, in proportions like npm's. The edition and its
 * number determine each package.
 */
final class Population {

  private static final List<String> DEPRECATIONS =
      List.of(
          "This package is no longer maintained.",
          "Please move to the next major version.",
          "Renamed; see the readme.");

  /** One release in a hundred is published by hand, although CI publishes all others. */
  private static final double LAPSES = 1;

  private final Edition edition;
  private final Calendar calendar;

  Population(Edition edition, Calendar calendar) {
    this.edition = edition;
    this.calendar = calendar;
  }

  PackageTraits traits(int number) {
    return PackageTraits.of(number, edition);
  }

  /** The package's releases up to the edition's now. */
  History history(int number) {
    PackageTraits traits = traits(number);
    Family family = traits.family();
    Chance chance = Chance.of(edition.seed(), "history", number);
    History history = begin(traits);
    // All packages of a family have the same slots, so that one run publishes them.
    Chance common = Chance.of(edition.seed(), "slots", family.first());
    List<Schedule.Slot> slots = family.schedule().slots(common, edition.now());
    for (Schedule.Slot slot : slots.subList(traits.skipped(), slots.size())) {
      release(history, traits, slot.version(), slot.at(), chance);
    }
    decide(history, traits, chance);
    return history;
  }

  /** The package before its first release. */
  History begin(PackageTraits traits) {
    Chance chance = Chance.of(edition.seed(), "purpose", traits.number());
    return new History(
            traits.name().value(),
            InventedWords.purpose(chance),
            Account.of(traits.family().owner()),
            traits.family().project(),
            calendar)
        .filled(traits.manifest());
  }

  /** Adds one release, built and published as the family does at the time. */
  void release(History history, PackageTraits traits, String version, Instant at, Chance chance) {
    Schedule schedule = traits.family().schedule();
    boolean lapse = chance.percent(LAPSES);
    if (lapse || !schedule.hasProvenance(at, edition.now())) {
      history.byHand(version, at);
    } else if (schedule.isByTrustedPublisher(at, edition.now())) {
      history.fromTrustedPublisher(version, at);
    } else {
      history.fromCi(version, at);
    }
    if (Shape.SLSA3_DELEGATOR.equals(traits.family().project().workflow().reusable())) {
      history.butBuilt(build -> build.in(Shape.SLSA3_NODE));
    }
    if (!traits.hasRepository()) {
      history.but(Release::declaringNothing);
    }
  }

  private static void decide(History history, PackageTraits traits, Chance chance) {
    switch (traits.fate()) {
      case ALIVE -> {}
      case DEPRECATED -> {
        String message = chance.of(DEPRECATIONS);
        history.butAll(release -> release.deprecated(message));
      }
      case PARTLY_UNPUBLISHED -> history.butOne(chance, Release::unpublished);
      case UNPUBLISHED -> history.unpublished(traits.family().schedule().last() / 2);
    }
  }
}
