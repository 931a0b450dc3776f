package dev.whence.web.about;

import dev.whence.provenance.SlsaLevel;
import java.util.List;

/**
 * A SLSA Build level, explained for people.
 *
 * @param builders the builders for which we assign it
 * @param proves what the level proves
 * @param leavesOpen what it does not prove
 */
public record LevelText(SlsaLevel level, String builders, String proves, String leavesOpen) {

  static List<LevelText> all() {
    return List.of(SlsaLevel.values()).reversed().stream().map(LevelText::of).toList();
  }

  /** The stable name in URLs: {@code l2}. */
  public String slug() {
    return level.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static LevelText of(SlsaLevel level) {
    return switch (level) {
      case L2 ->
          new LevelText(
              level,
              "The npm CLI ran on a runner that GitHub or GitLab hosts, as the certificate says.",
              "The build service itself signed where the build came from; nobody can make such a"
                  + " statement on their own machine.",
              "Every step of the workflow ran in the same place as the signing: one of them, or a"
                  + " dependency that it installed, could have changed what was packed.");
      case L3 ->
          new LevelText(
              level,
              "The SLSA project's own Node.js builder did the build, called at a release tag, on a"
                  + " runner that GitHub hosts.",
              "The statement was written and signed apart from the build, which could not reach the"
                  + " signing key and could not change the statement.",
              "The builder still does what the project's own scripts say.");
    };
  }
}
