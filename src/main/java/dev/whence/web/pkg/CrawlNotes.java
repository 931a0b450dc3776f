package dev.whence.web.pkg;

import dev.whence.address.ListPaths;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.web.facts.Note;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first notes on a page if the latest crawl did not succeed. */
final class CrawlNotes {

  private CrawlNotes() {}

  static List<Note> of(PackageDetail detail, Frame frame) {
    CrawlRecord crawl = detail.crawl();
    Sentence.Writer out = Sentence.write();
    return switch (crawl.status()) {
      case CRAWLED -> crawl.outstanding() == 0 ? List.of() : List.of(outstanding(detail));
      case PENDING ->
          List.of(
              note(
                  "wait",
                  out.words("We have not crawled this package yet. We know only its name."),
                  crawl,
                  frame));
      case NOT_FOUND ->
          List.of(note("plain", out.words("npm does not know this package."), crawl, frame));
      case UNPUBLISHED -> List.of(new Note("warn", unpublished(detail, frame)));
      case FAILED ->
          List.of(
              note(
                  "warn",
                  failed(out.words("Our last crawl of this package failed: "), crawl, frame),
                  crawl,
                  frame));
      case UNREADABLE ->
          List.of(
              note(
                  "warn",
                  failed(
                      out.words("We could not read what npm sent for this package: "),
                      crawl,
                      frame),
                  crawl,
                  frame));
    };
  }

  private static Note outstanding(PackageDetail detail) {
    int versions = detail.crawl().outstanding();
    return new Note(
        "warn",
        Sentence.write()
            .words("We could not fetch the attestations of " + Words.grouped(versions) + " of the ")
            .page(ListPaths.versionsOf(detail.name().value()), "versions")
            .words(". We try again. The page of each version says when.")
            .end());
  }

  private static Sentence unpublished(PackageDetail detail, Frame frame) {
    Sentence.Writer out = Sentence.write().words("npm says that this package was unpublished");
    if (detail.unpublishedAt() != null) {
      out.words(" on ").when(frame.when(detail.unpublishedAt()));
    }
    out.words(". npm does not say who did that.");
    return out.words(detail.versions().isEmpty() ? "" : " What we knew of it stays here.").end();
  }

  private static Sentence.Writer failed(Sentence.Writer out, CrawlRecord crawl, Frame frame) {
    @Nullable String error = crawl.error();
    out.words(error == null ? "we did not record why." : error);
    if (crawl.lastSuccessAt() != null) {
      out.words(" This page shows what we knew on ")
          .when(frame.when(crawl.lastSuccessAt()))
          .words(".");
    }
    return out;
  }

  private static Note note(String tone, Sentence.Writer out, CrawlRecord crawl, Frame frame) {
    if (crawl.lastAttemptAt() != null) {
      out.words(" We last tried ").when(frame.when(crawl.lastAttemptAt())).words(".");
    }
    if (crawl.nextTryAt() != null) {
      out.words(" We try again ").when(frame.when(crawl.nextTryAt())).words(".");
    }
    return new Note(tone, out.end());
  }
}
