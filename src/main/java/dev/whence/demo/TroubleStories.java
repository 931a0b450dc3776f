package dev.whence.demo;

import dev.whence.demo.sigstore.CiRun;

/** Packages with something wrong, unusual or removed. */
final class TroubleStories {

  /** Harmless where it is escaped, visible where it is not. */
  static final String INJECTION =
      "\"><script>document.title='injected'</script><img src=x"
          + " onerror=\"document.title='injected'\">";

  private TroubleStories() {}

  static void tell(StoryTeller teller) {
    rejected(teller);
    notServed(teller);
    gone(teller);
    odd(teller);
    injected(teller);
  }

  private static void rejected(StoryTeller teller) {
    teller
        .begin(
            "lanternfish",
            "Logs that light up",
            "eskil-deep",
            Project.github("lanternfish-log", "lanternfish"))
        .fromCi("1.0.0", 450)
        .fromCi("1.1.0", 220)
        .fromCi("1.2.0", 17)
        .butBuilt(build -> build.served(AttestationAnswer.TAMPERED));
    CiRun.Repository victim = Project.github("brightwater", "petal").repository();
    teller
        .begin(
            "falsepetal",
            "Colours for charts",
            "petra-lowe",
            Project.github("petra-lowe", "falsepetal"))
        .fromCi("0.1.0", 40)
        .butBuilt(build -> build.claiming(build.run().withSource(victim)))
        .but(release -> release.declaring("git+" + victim.url() + ".git"));
  }

  private static void notServed(StoryTeller teller) {
    teller
        .begin(
            "mossgarden",
            "Templates that grow slowly",
            "ruth-fern",
            Project.github("mossgarden", "mossgarden"))
        .fromCi("1.0.0", 500)
        .fromCi("1.1.0", 100)
        .butBuilt(build -> build.served(AttestationAnswer.UNREADABLE));
    teller
        .begin(
            "driftglass",
            "Rounds the edges of numbers",
            "abel-reef",
            Project.github("driftglass", "driftglass"))
        .fromCi("3.0.0", 480)
        .fromCi("3.0.1", 340)
        .butBuilt(build -> build.served(AttestationAnswer.MISSING))
        .fromCi("3.1.0", 90)
        .butBuilt(build -> build.served(AttestationAnswer.MISSING))
        .fromCi("3.2.0", 8);
  }

  private static void gone(StoryTeller teller) {
    teller
        .begin(
            "thornapple",
            "Guards for untrusted input",
            "dora-keel",
            Project.github("thornapple", "thornapple"))
        .fromCi("1.0.0", 420)
        .fromCi("1.1.0", 190)
        .but(Release::unpublished)
        .fromCi("1.1.1", 189);
    teller
        .begin("ghostpine", "Gone", "sven-ash", Project.github("sven-ash", "ghostpine"))
        .byHand("1.0.0", 800)
        .byHand("1.0.1", 600)
        .unpublished(95);
    teller
        .begin(
            "bittervetch",
            "security holding package",
            "npm",
            Project.github("npm", "security-holder"))
        .byHand("1.0.0", 64)
        .but(release -> release.by(Account.of("bitter-vetch")).unpublished())
        .byHand("0.0.1-security", 62)
        .tag("latest", "0.0.1-security");
    teller
        .begin(
            "fernquill", "Writes change logs", "maud-pen", Project.github("fernquill", "fernquill"))
        .byHand("1.0.0", 1300)
        .but(release -> release.deprecated("1.x gets no more fixes; please move to 2."))
        .byHand("1.1.0", 1000)
        .but(release -> release.deprecated("1.x gets no more fixes; please move to 2."))
        .fromCi("2.0.0", 450)
        .fromCi("2.1.0", 55);
  }

  private static void odd(StoryTeller teller) {
    teller
        .begin(
            "kitewire",
            "A client for message brokers",
            "omar-gale",
            Project.github("kitewire", "kitewire").onBranch("main", "push"))
        .fromCi("2.0.0", 430)
        .fromCi("3.0.0-alpha.1", 300)
        .fromCi("3.0.0-alpha.2", 280)
        .fromCi("3.0.0-beta.1", 200)
        .fromCi("2.0.1", 150)
        .byHand("3.0.0-rc.1", 100)
        .fromCi("3.0.0", 60)
        .fromCi("3.1.0-beta.0", 10);
    teller
        .begin("oldmill", "Grinds text into tokens", "Otto", Project.github("otto", "oldmill"))
        .byHand("0.1", 4200)
        .byHand("0.2-final!", 4100)
        .byHand("1.0.0", 3900)
        .byHand("1.0.10", 3000)
        .byHand("1.0.9", 3050);
    teller
        .begin(
            "@gullwing/parse",
            "Parses what birds say",
            "ines-coast",
            Project.github("gullwing", "parse"))
        .fromCi("1.0.0", 330)
        .fromTrustedPublisher("1.1.0", 35);
  }

  /** HTML in every field that a registry lets people write. */
  private static void injected(StoryTeller teller) {
    Project project = Project.github("injectionpane", "injectionpane");
    Account writer = new Account(INJECTION, INJECTION);
    teller
        .begin("injectionpane", INJECTION, "injectionpane", project)
        .byHand("1.0.0", 300)
        .but(release -> release.by(writer).declaring(INJECTION).deprecated(INJECTION))
        .byHand("1.0.1-" + INJECTION, 200)
        .but(release -> release.by(writer).approvedBy(writer).byTrustedPublisher(INJECTION))
        .fromCi("1.1.0", 100)
        .but(release -> release.by(writer).declaring("javascript:document.title='injected'"))
        .butBuilt(build -> build.running(build.run().withTrigger(INJECTION)))
        .licensed(INJECTION)
        .at("javascript:document.title='injected'")
        .tag(INJECTION, "1.0.0");
  }
}
