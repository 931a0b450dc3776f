package dev.whence.demo;

import dev.whence.demo.sigstore.CiRun;
import dev.whence.demo.sigstore.Shape;
import java.time.Instant;
import java.util.List;

/** Packages that show each kind of evidence. */
final class EvidenceStories {

  private static final String CORE = "@tidewater/core";
  private static final List<String> MONOREPO =
      List.of(CORE, "@tidewater/cli", "@tidewater/charts", "@tidewater/forms");

  private EvidenceStories() {}

  static void tell(StoryTeller teller) {
    grownUp(teller);
    monorepo(teller);
    teller
        .begin(
            "quietdb",
            "A small key-value store in one file",
            "perrin-vale",
            Project.github("perrin-vale", "quietdb"))
        .byHand("0.9.0", 2100)
        .byHand("1.0.0", 1760)
        .byHand("1.0.1", 1300)
        .byHand("1.1.0", 610)
        .byHand("1.1.1", 75);
    gitlab(teller);
    isolatedBuilder(teller);
    workflows(teller);
    trustedPublishers(teller);
    teller
        .begin(
            "sedgewick",
            "Sorts what does not fit into memory",
            "lena-marsh",
            Project.github("sedgewick-sort", "sedgewick"))
        .fromCi("1.0.0", 200)
        .fromTrustedPublisher("1.1.0", 90)
        .fromTrustedPublisher("1.2.0", 9)
        .butBuilt(build -> build.in(Shape.NPM_CLI_V1_REKOR_V2));
    teller
        .begin(
            "hollowreed",
            "Straws for streams",
            "ida-brook",
            Project.github("ida-brook", "hollowreed"))
        .byHand("1.0.0", 700)
        .fromCi("1.1.0", 120)
        .butBuilt(build -> build.served(AttestationAnswer.PUBLISH_ONLY));
  }

  /** From publishing by hand through every format to trusted publishing. */
  private static void grownUp(StoryTeller teller) {
    teller
        .begin(
            "brinekit",
            "Parses and prints the formats that config files come in",
            "mira-olsen",
            Project.github("tidewater-tools", "brinekit"))
        .byHand("0.1.0", 2300)
        .byHand("0.2.0", 2240)
        .byHand("1.0.0", 1900)
        .byHand("1.1.0", 1620)
        .fromCi("1.2.0", 1372)
        .fromCi("1.3.0", 1250)
        .fromCi("2.0.0", 1010)
        .fromCi("2.1.0", 880)
        .fromCi("2.2.0", 720)
        .fromCi("3.0.0", 560)
        .fromTrustedPublisher("3.1.0", 430)
        .fromTrustedPublisher("3.2.0", 250)
        .fromTrustedPublisher("3.2.1", 96)
        .fromTrustedPublisher("3.3.0", 12)
        .licensed("Apache-2.0");
  }

  private static void monorepo(StoryTeller teller) {
    Project project =
        Project.github("tidewater-tools", "tidewater").onBranch("main", "workflow_dispatch");
    List<String> versions = List.of("4.0.0", "4.1.0", "4.1.1", "4.2.0", "5.0.0", "5.0.1");
    List<Integer> days = List.of(640, 520, 470, 300, 110, 6);
    for (String name : MONOREPO) {
      History history =
          teller.begin(
              name, "Tidewater's " + name.substring(name.indexOf('/') + 1), "mira-olsen", project);
      history.byHand("3.0.0", 1100);
      for (int i = 0; i < versions.size(); i++) {
        // One run publishes all of them, so all have the same time.
        Instant run = teller.calendar().daysAgo(days.get(i), CORE);
        history.fromCi(versions.get(i), run);
        if (days.get(i) < 450) {
          history.but(release -> release.byTrustedPublisher("github"));
        }
      }
    }
  }

  private static void gitlab(StoryTeller teller) {
    teller
        .begin(
            "saltmarsh",
            "Reads tide tables",
            "ole-fenn",
            Project.gitlab("saltmarsh/tools", "saltmarsh"))
        .byHand("0.8.0", 1500)
        .fromCi("1.0.0", 800)
        .fromCi("1.1.0", 500)
        .fromTrustedPublisher("1.2.0", 180)
        .fromTrustedPublisher("1.3.0", 21);
  }

  private static void isolatedBuilder(StoryTeller teller) {
    teller
        .begin(
            "ironwick",
            "Checks passwords without keeping them",
            "sunniva-kray",
            Project.github("ironwick-auth", "ironwick")
                .with(
                    new CiRun.Workflow(
                        "Release", ".github/workflows/release.yml", Shape.SLSA3_DELEGATOR)))
        .fromCi("1.0.0", 1000)
        .butBuilt(build -> build.in(Shape.SLSA3_NODE))
        .fromCi("1.1.0", 640)
        .butBuilt(build -> build.in(Shape.SLSA3_NODE))
        .fromCi("1.2.0", 33)
        .butBuilt(build -> build.in(Shape.SLSA3_NODE))
        .licensed("ISC");
  }

  private static void workflows(StoryTeller teller) {
    teller
        .begin(
            "harbourline",
            "Draws network diagrams as text",
            "jon-avery",
            Project.github("harbour-works", "harbourline")
                .with(
                    new CiRun.Workflow(
                        "Publish",
                        ".github/workflows/publish.yml",
                        "https://github.com/harbour-works/workflows/.github/workflows/"
                            + "npm-publish.yml@refs/heads/main")))
        .fromCi("1.0.0", 610)
        .fromCi("1.1.0", 360)
        .fromTrustedPublisher("1.2.0", 44);
    Project hosted = Project.github("copperleaf-io", "copperleaf");
    teller
        .begin("copperleaf", "Bindings to a weather station", "tomas-rill", hosted)
        .fromCi("2.0.0", 400)
        .from(hosted.onRunner("self-hosted"))
        .fromCi("2.1.0", 150)
        .fromCi("2.2.0", 18);
  }

  private static void trustedPublishers(StoryTeller teller) {
    teller
        .begin(
            "pebble-router",
            "Routes requests by path",
            "anouk-lind",
            Project.github("pebble-http", "pebble-router"))
        .byHand("1.0.0", 900)
        .byHand("1.1.0", 300)
        .but(release -> release.byTrustedPublisher("github"))
        .byHand("1.2.0", 25)
        .but(release -> release.byTrustedPublisher("github"));
    teller
        .begin(
            "stagecoach",
            "Moves data between databases",
            "wim-harrow",
            Project.github("stagecoach-data", "stagecoach"))
        .fromTrustedPublisher("6.0.0", 380)
        .fromTrustedPublisher("6.1.0", 140)
        .but(release -> release.approvedBy(Account.of("wim-harrow")))
        .fromTrustedPublisher("6.2.0", 14)
        .but(release -> release.approvedBy(Account.of("wim-harrow")));
  }
}
