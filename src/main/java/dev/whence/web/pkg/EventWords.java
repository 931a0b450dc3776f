package dev.whence.web.pkg;

import dev.whence.address.PagePaths;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says one change of a package in a sentence. */
final class EventWords {

  /** Messages can have some thousand characters; the JSON has all of them. */
  private static final int SHOWN = 300;

  private final String name;
  private final PackageEvent event;
  private final Sentence.Writer out = Sentence.write();

  private EventWords(String name, PackageEvent event) {
    this.name = name;
    this.event = event;
  }

  static Sentence of(String name, PackageEvent event, Frame frame) {
    return new EventWords(name, event).sentence(frame);
  }

  private Sentence sentence(Frame frame) {
    return switch (event.kind()) {
      case PACKAGE_UNPUBLISHED ->
          happened("npm says that the whole package was unpublished", frame).end();
      case PACKAGE_RESTORED -> Sentence.of("The package is published again.");
      case PACKAGE_NOT_FOUND -> Sentence.of("npm no longer knows the package.");
      case PACKAGE_FOUND_AGAIN -> Sentence.of("npm knows the package again.");
      case SECURITY_TAKEDOWN -> takedown(frame);
      case TAKEDOWN_ENDED ->
          Sentence.of("The latest version is no longer the placeholder of npm's security team.");
      case VERSION_REMOVED -> aboutVersion(" was removed: npm no longer has it.");
      case VERSION_RESTORED -> aboutVersion(" is back: npm has it again.");
      case DIST_TAG_ADDED, DIST_TAG_MOVED, DIST_TAG_REMOVED -> distTag();
      case DEPRECATED, DEPRECATION_CHANGED, UNDEPRECATED -> deprecation();
      case PUBLISHER_CHANGED -> another("publisher");
      case TRUSTED_PUBLISHER_CHANGED -> another("trusted publisher");
      case APPROVER_CHANGED -> another("approver");
      case PUBLISH_TIME_CHANGED -> publishTime(frame);
      case INTEGRITY_CHANGED -> anotherFile("integrity", Digest::integrity);
      case SHASUM_CHANGED -> anotherFile("shasum", Digest::of);
      case INTEGRITY_RESTATED -> restated();
      case ATTESTATIONS_MISSING ->
          aboutAttestations(
              " are missing: npm answers 404 for them. What it served before stays here.");
      case ATTESTATIONS_SERVED_AGAIN -> aboutAttestations(" are served again.");
      case ATTESTATIONS_NOT_ADVERTISED ->
          aboutAttestations(" are no longer listed by npm. What it served before stays here.");
      case ATTESTATIONS_ADVERTISED_AGAIN -> aboutAttestations(" are listed by npm again.");
    };
  }

  private Sentence takedown(Frame frame) {
    out.words("The placeholder of npm's security team ");
    version(event.after());
    return happened(" became the latest version", frame).end();
  }

  private Sentence.Writer happened(String words, Frame frame) {
    out.words(words);
    @Nullable Instant at = event.happenedAt();
    if (at != null) {
      out.words(" on ").when(frame.when(at));
    }
    return out.words(".");
  }

  private Sentence aboutVersion(String words) {
    return version(event.version()).words(words).end();
  }

  private Sentence aboutAttestations(String words) {
    out.words("The attestations of ");
    return aboutVersion(words);
  }

  private Sentence distTag() {
    out.words("Dist-tag ").name(shown(Objects.requireNonNull(event.tag())));
    if (event.before() == null) {
      out.words(" was added and points at ");
      version(event.after());
    } else if (event.after() == null) {
      out.words(" was removed. It pointed at ");
      version(event.before());
    } else {
      out.words(" moved from ");
      version(event.before()).words(" to ");
      version(event.after());
    }
    return out.words(".").end();
  }

  private Sentence deprecation() {
    version(event.version());
    if (event.before() == null) {
      return out.words(" was deprecated: ").words(quoted(event.after())).end();
    }
    if (event.after() == null) {
      return out.words(" is no longer deprecated. The message was ")
          .words(quoted(event.before()))
          .end();
    }
    return out.words(" has another deprecation message: " + quoted(event.after()))
        .words(" Before, it was " + quoted(event.before()))
        .end();
  }

  private Sentence another(String what) {
    out.words("The " + what + " of ");
    version(event.version());
    who(" is now ", event.after()).words(". ");
    return who("Before, it was ", event.before()).words(".").end();
  }

  private Sentence.Writer who(String words, @Nullable String account) {
    out.words(words);
    return account == null ? out.words("nobody") : out.name(shown(account));
  }

  /** Makes a digest from the registry's text. */
  private interface Shortener {
    Digest of(String full);
  }

  private Sentence publishTime(Frame frame) {
    out.words("The publish time of ");
    version(event.version()).words(" is now ");
    time(event.after(), frame).words(". Before, it was ");
    return time(event.before(), frame).words(".").end();
  }

  private Sentence.Writer time(@Nullable String time, Frame frame) {
    return out.when(frame.when(Instant.parse(Objects.requireNonNull(time))));
  }

  private Sentence anotherFile(String what, Shortener shortener) {
    out.mark("warn", "another file").words(" The " + what + " of ");
    return version(event.version())
        .words(" is now ")
        .digest(shortener.of(text(event.after())))
        .words(". Before, it was ")
        .digest(shortener.of(text(event.before())))
        .words(".")
        .end();
  }

  private Sentence restated() {
    boolean isNew = event.before() == null;
    if (isNew || event.after() == null) {
      out.words(
          isNew ? "npm now states the integrity of " : "npm no longer states the integrity of ");
      return version(event.version())
          .words(isNew ? ": " : ". It was ")
          .digest(Digest.integrity(text(isNew ? event.after() : event.before())))
          .words(".")
          .end();
    }
    out.words("npm writes the integrity of ");
    return version(event.version())
        .words(" in another form: ")
        .digest(Digest.integrity(text(event.after())))
        .words(". Before, it was ")
        .digest(Digest.integrity(text(event.before())))
        .words(". The digests that both contain are equal.")
        .end();
  }

  private Sentence.Writer version(@Nullable String version) {
    String known = text(version);
    return out.page(PagePaths.version(name, known), known);
  }

  private static String quoted(@Nullable String message) {
    return "“" + shown(text(message)) + "”";
  }

  private static String shown(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
