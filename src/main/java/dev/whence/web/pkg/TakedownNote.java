package dev.whence.web.pkg;

import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.facts.Note;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.Optional;

/** Says that npm's security team took a package down, and how we know. */
final class TakedownNote {

  private TakedownNote() {}

  static List<Note> of(PackageDetail detail, Frame frame) {
    Optional<VersionSummary> placeholder = detail.latest().filter(_ -> detail.takenDown());
    return placeholder
        .map(version -> List.of(new Note("warn", sentence(version, frame))))
        .orElse(List.of());
  }

  private static Sentence sentence(VersionSummary placeholder, Frame frame) {
    Sentence.Writer out = Sentence.write().words("npm's security team took this package down");
    if (placeholder.publishedAt() != null) {
      out.words(" on ").when(frame.when(placeholder.publishedAt()));
    }
    return out.words(". Its latest version is npm's placeholder ")
        .name(placeholder.version())
        .words(", whose package.json names the repository ")
        .name("npm/security-holder")
        .words(". npm also publishes such placeholders to reserve a name.")
        .end();
  }
}
