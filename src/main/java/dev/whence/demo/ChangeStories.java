package dev.whence.demo;

import dev.whence.demo.sigstore.CiRun;
import java.time.Duration;

/** Packages whose evidence changed at some time, to more or to less. */
final class ChangeStories {

  private ChangeStories() {}

  static void tell(StoryTeller teller) {
    lost(teller);
    regained(teller);
    renamed(teller);
    moved(teller);
    snapshot(teller);
    otherDeclared(teller);
  }

  /**
   * After axios in March 2026: a person's token publishes on two release lines without provenance;
   * both versions are gone three hours later.
   */
  private static void lost(StoryTeller teller) {
    Account stranger = new Account("kestrel-admin", "kestrel-admin@mail.generated.example");
    String url = "git+https://github.com/plumbline-http/plumbline.git";
    var night = teller.calendar().daysAgo(38, "plumbline");
    teller
        .begin(
            "plumbline",
            "HTTP requests with sensible defaults",
            "kestrel-admin",
            Project.github("plumbline-http", "plumbline"))
        .byHand("0.30.2", 1400)
        .byHand("1.10.0", 1200)
        .fromCi("1.11.0", 610)
        .fromCi("0.30.3", 500)
        .fromTrustedPublisher("1.12.0", 410)
        .fromTrustedPublisher("1.13.0", 200)
        .fromTrustedPublisher("1.14.0", 60)
        .byHand("1.14.1", 38)
        .but(release -> Release.byHand("1.14.1", night, stranger, url).unpublished())
        .byHand("0.30.4", 38)
        .but(
            release ->
                Release.byHand("0.30.4", night.plus(Duration.ofMinutes(39)), stranger, url)
                    .unpublished())
        .tag("latest", "1.14.0");
  }

  private static void regained(StoryTeller teller) {
    teller
        .begin(
            "reedwarbler",
            "Finds birds by their song",
            "ylva-stone",
            Project.github("reedwarbler-audio", "reedwarbler"))
        .fromCi("4.0.0", 590)
        .fromCi("4.0.1", 420)
        .fromCi("4.0.2", 260)
        .byHand("4.0.3", 130)
        .fromTrustedPublisher("4.1.0", 70)
        .fromTrustedPublisher("4.1.1", 16);
  }

  /** The forge's id stays: the same repository. */
  private static void renamed(StoryTeller teller) {
    Project before = Project.github("hanne-oak", "oakum");
    teller
        .begin("oakum-loader", "Loads modules lazily", "hanne-oak", before)
        .fromCi("2.0.0", 650)
        .fromCi("2.1.0", 400)
        .from(before.renamed("oakum-js", "oakum-loader"))
        .fromCi("2.2.0", 210)
        .fromTrustedPublisher("3.0.0", 28);
  }

  /** Another repository with another id. */
  private static void moved(StoryTeller teller) {
    teller
        .begin(
            "whalebone",
            "A skeleton for command line programs",
            "piet-sand",
            Project.github("piet-sand", "whalebone"))
        .fromCi("1.4.0", 530)
        .fromCi("1.5.0", 310)
        .from(Project.github("whalebone-cli", "whalebone").onBranch("main", "push"))
        .fromCi("2.0.0", 50);
  }

  /** The same workflow file, built from a branch that was never seen before. */
  private static void snapshot(StoryTeller teller) {
    Project project = Project.github("windrow-ui", "windrow").onBranch("main", "push");
    teller
        .begin("windrow", "Tables for large data", "freya-holt", project)
        .fromTrustedPublisher("8.0.0", 320)
        .fromTrustedPublisher("8.1.0", 160)
        .fromTrustedPublisher("8.2.0", 80)
        .fromTrustedPublisher("8.2.1", 11)
        .butBuilt(build -> build.running(onSnapshotBranch(build.run())));
  }

  private static CiRun onSnapshotBranch(CiRun run) {
    return run.withRef("refs/heads/snapshot-7f3a");
  }

  private static void otherDeclared(StoryTeller teller) {
    teller
        .begin(
            "overcast",
            "Weather in the terminal",
            "nils-gray",
            Project.github("overcast-dev", "overcast-monorepo"))
        .fromCi("1.0.0", 240)
        .but(release -> release.declaring("git+https://github.com/overcast-dev/overcast.git"))
        .fromCi("1.0.1", 31)
        .but(release -> release.declaring("git+https://github.com/overcast-dev/overcast.git"));
  }
}
