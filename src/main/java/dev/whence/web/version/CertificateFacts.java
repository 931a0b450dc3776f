package dev.whence.web.version;

import dev.whence.provenance.bundle.FulcioExtension;
import dev.whence.provenance.bundle.Signer;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.util.List;
import java.util.TreeMap;

/** The statements of a Fulcio certificate, one extension after the other. */
final class CertificateFacts {

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
    return FulcioExtension.of(number).map(FulcioExtension::title).orElse("extension")
        + " · "
        + number;
  }
}
