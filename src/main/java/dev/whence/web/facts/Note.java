package dev.whence.web.facts;

import dev.whence.catalog.VersionSummary;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to know before the rest.
 *
 * @param tone for the style sheet; the words say it all
 */
public record Note(String tone, Sentence sentence) {

  /** What the registry says of a version beside its provenance. */
  public static List<Note> of(VersionSummary version, Frame frame) {
    List<Note> notes = new ArrayList<>();
    if (version.removedAt() != null) {
      notes.add(
          new Note(
              "warn",
              Sentence.write()
                  .words("The registry no longer has this version; we noticed ")
                  .when(frame.when(version.removedAt()))
                  .words(". What was known of it stays here.")
                  .end()));
    }
    if (version.deprecated() != null) {
      notes.add(
          new Note("plain", Sentence.of("Deprecated by its publisher: " + version.deprecated())));
    }
    return notes;
  }
}
