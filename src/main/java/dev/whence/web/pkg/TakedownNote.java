package dev.whence.web.pkg;

import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.web.facts.Note;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.Optional;

/** Says that the latest version is a placeholder of npm's security team, and how we know. */
final class TakedownNote {

  private TakedownNote() {}

  static List<Note> of(PackageDetail detail, Frame frame) {
    Optional<VersionSummary> placeholder = detail.latest().filter(_ -> detail.takenDown());
    return placeholder
        .map(version -> List.of(new Note("warn", sentence(version, frame))))
        .orElse(List.of());
  }

  private static Sentence sentence(VersionSummary placeholder, Frame frame) {
    Sentence.Writer out =
        Sentence.write()
            .words("The latest version, ")
            .name(placeholder.version())
            .words(", is a placeholder. Its package.json names npm's repository ")
            .name("npm/security-holder");
    if (placeholder.publishedAt() != null) {
      out.words(". It was published ").when(frame.when(placeholder.publishedAt()));
    }
    return out.words(". npm's security team publishes such a placeholder when it takes a package")
        .words(" down, and also to reserve a name. We cannot tell which it is here.")
        .end();
  }
}
