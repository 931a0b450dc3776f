package dev.whence.web.facts;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Something important that the reader must know first.
 *
 * @param tone for the style sheet; the words have the full meaning
 */
public record Note(String tone, Sentence sentence) {

  /** The registry's other facts about a version: removed, deprecated. */
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

  /** Why a version's attestations could not be fetched, and when we ask again. */
  public static Note of(AttestationTry attempt, CrawlRecord crawl, Frame frame) {
    Sentence.Writer out =
        Sentence.write()
            .words("We asked npm for its attestation ")
            .words(Amount.of(attempt.attempts(), "time"))
            .words(", last ")
            .when(frame.when(attempt.lastAt()))
            .words(". " + attempt.reason() + " We ask again ")
            .when(frame.when(attempt.nextAt(crawl)))
            .words(".");
    if (attempt.parkedAt() != null) {
      out.words(" It failed so often that we ask rarely.");
    }
    return new Note("warn", out.end());
  }
}
