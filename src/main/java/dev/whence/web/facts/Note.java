package dev.whence.web.facts;

import dev.whence.catalog.VersionDetail;
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
  public static List<Note> of(VersionDetail detail, Frame frame) {
    VersionSummary version = detail.summary();
    List<Note> notes = new ArrayList<>();
    if (version.removedAt() != null) {
      notes.add(RemovedNote.of(detail, version.removedAt(), frame));
    }
    if (version.deprecated() != null) {
      notes.add(
          new Note("plain", Sentence.of("Deprecated by its publisher: " + version.deprecated())));
    }
    return notes;
  }
}
