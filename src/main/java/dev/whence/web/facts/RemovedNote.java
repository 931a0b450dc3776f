package dev.whence.web.facts;

import dev.whence.catalog.read.VersionDetail;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what we know about a version that the registry removed. */
final class RemovedNote {

  private RemovedNote() {}

  /**
   * Says when it was removed.
   *
   * @param removedAt when we noticed
   */
  static Note of(VersionDetail version, Instant removedAt, Frame frame) {
    Sentence.Writer out = Sentence.write();
    if (version.seen()) {
      out.words("This version was removed from npm. We noticed ")
          .when(frame.when(removedAt))
          .words(". What we knew of it stays here.");
    } else {
      neverSeen(out, version, removedAt, frame);
    }
    return new Note(version.seen() ? "warn" : "plain", out.end());
  }

  private static void neverSeen(
      Sentence.Writer out, VersionDetail version, Instant removedAt, Frame frame) {
    @Nullable Instant published = version.summary().publishedAt();
    if (published != null) {
      out.words("It was published ").when(frame.when(published)).words(". ");
    }
    out.words("We noticed ")
        .when(frame.when(removedAt))
        .words(" that npm no longer has it. npm does not say who removed it, or when.");
  }
}
