package dev.whence.web.version;

import dev.whence.provenance.Signer;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a Fulcio certificate states, extension by extension. */
final class CertificateFacts {

  /** Names of the extensions 1.3.6.1.4.1.57264.1.N, after Fulcio's oid-info.md. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "issuer (old)"),
          Map.entry(2, "workflow trigger (old)"),
          Map.entry(3, "workflow commit (old)"),
          Map.entry(4, "workflow name (old)"),
          Map.entry(5, "workflow repository (old)"),
          Map.entry(6, "workflow ref (old)"),
          Map.entry(8, "issuer"),
          Map.entry(9, "build signer URI"),
          Map.entry(10, "build signer digest"),
          Map.entry(11, "runner environment"),
          Map.entry(12, "source repository"),
          Map.entry(13, "source digest"),
          Map.entry(14, "source ref"),
          Map.entry(15, "source repository id"),
          Map.entry(16, "source owner"),
          Map.entry(17, "source owner id"),
          Map.entry(18, "build config"),
          Map.entry(19, "build config digest"),
          Map.entry(20, "build trigger"),
          Map.entry(21, "run"),
          Map.entry(22, "visibility when signed"),
          Map.entry(23, "deployment environment"),
          Map.entry(24, "token subject"));

  private CertificateFacts() {}

  static List<Card.Fact> of(Signer.Certificate certificate, Frame frame) {
    Card.Facts facts = new Card.Facts();
    facts.name("subject alternative name", certificate.identity());
    facts.add(
        "valid",
        Sentence.write()
            .words("from ")
            .when(frame.when(certificate.notBefore()))
            .words(" to ")
            .when(frame.when(certificate.notAfter()))
            .end());
    new TreeMap<>(certificate.extensions())
        .forEach((number, value) -> facts.name(name(number), value));
    return facts.list();
  }

  private static String name(int number) {
    return NAMES.getOrDefault(number, "extension") + " · " + number;
  }
}
