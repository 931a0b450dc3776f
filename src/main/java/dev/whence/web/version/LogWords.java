package dev.whence.web.version;

import dev.whence.provenance.bundle.LogEntry;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;

/** Says where a signature is in a transparency log, and how that is proven. */
final class LogWords {

  /** Sigstore's public Rekor v1. It is the only log with a look-up by index. */
  private static final String PUBLIC_LOG =
      "c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d";

  private static final String LOG_SEARCH = "https://search.sigstore.dev/?logIndex=";

  private LogWords() {}

  /** The entry, as a link if it can be looked up. */
  static Sentence linked(LogEntry entry) {
    Sentence.Writer out = Sentence.write();
    @Nullable Long index = entry.logIndex();
    if (index == null) {
      return out.words("in the log ").name(log(entry)).words(", number not certain").end();
    }
    if (!entry.logId().equals(PUBLIC_LOG)) {
      return out.words("number " + index + " of the log ").name(log(entry)).end();
    }
    Link.to(LOG_SEARCH + index).ifPresent(out::link);
    return out.end();
  }

  private static String log(LogEntry entry) {
    return Digest.commit(entry.logId()).shortened();
  }

  /** The entry without a link, and the proof in the bundle. */
  static Sentence proven(LogEntry entry) {
    Sentence.Writer out = Sentence.write();
    out.words(entry.logIndex() == null ? "number not certain" : "number " + entry.logIndex());
    out.words(" of the log ").digest(Digest.of(entry.logId()));
    if (entry.promise()) {
      out.words(" · time stamp signed by the log");
    }
    if (entry.proof()) {
      out.words(" · inclusion proof");
    }
    if (!entry.promise() && !entry.proof()) {
      out.words(" · no proof of it");
    }
    return out.words(" · type " + entry.kind()).end();
  }
}
