package dev.whence.web.about;

import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Link;
import java.util.List;

/** The SLSA Build levels, each with an anchor by its slug. */
public record LevelsView(Frame frame, List<LevelText> levels) {

  private static final String SPECIFICATION = "https://slsa.dev/spec/v1.0/levels";

  /** The document that defines the levels. */
  public Link specification() {
    return Link.to(SPECIFICATION).orElseThrow();
  }
}
