package dev.whence.web.adoption;

import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Slug;

/**
 * The colour of a series. It follows the meaning and not the position: GitHub Actions has the same
 * colour in every chart. The style sheet has the colours of pages, by {@link #className}.
 */
public enum SeriesColor {
  GITHUB_ACTIONS("#0b5a70"),
  GITLAB_CI("#c8730a"),
  OTHER_SERVICE("#6d7f85"),
  LEVEL_2("#7d6aa8"),
  LEVEL_3("#3f7d4e"),
  NO_LEVEL("#7f8d91");

  private final String light;

  SeriesColor(String light) {
    this.light = light;
  }

  static SeriesColor of(CiProvider provider) {
    return switch (provider) {
      case GITHUB_ACTIONS -> GITHUB_ACTIONS;
      case GITLAB_CI -> GITLAB_CI;
      case OTHER -> OTHER_SERVICE;
    };
  }

  static SeriesColor of(SlsaLevel level) {
    return switch (level) {
      case L2 -> LEVEL_2;
      case L3 -> LEVEL_3;
    };
  }

  /** The name in the style sheet. */
  String className() {
    return "series-" + Slug.of(this);
  }

  /** The colour in separate pictures, which are always light. */
  String light() {
    return light;
  }
}
