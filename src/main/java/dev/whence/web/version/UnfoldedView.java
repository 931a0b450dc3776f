package dev.whence.web.version;

import dev.whence.address.PagePaths;
import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.Slug;
import dev.whence.provenance.bundle.AttestationResponse;
import dev.whence.provenance.bundle.Signer;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import dev.whence.web.ui.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The folded parts of a version page: the raw data behind its sentences.
 *
 * @param statements decoded, in the response's order
 * @param certificate the statements of the provenance's certificate; empty without one
 * @param response the source and the size of the bytes; absent if none are stored
 * @param earlier older verdicts that a newer one replaced, newest first
 */
public record UnfoldedView(
    List<StatementText> statements,
    List<Card.Fact> certificate,
    @Nullable Sentence response,
    @Nullable String download,
    List<EarlierVerdict> earlier) {

  /** Longer statements are cut, so that the page stays small; the download has everything. */
  private static final int MAX_STATEMENT = 30_000;

  /** A decoded statement, or why there is none. */
  public record StatementText(String title, String text, boolean isCut) {}

  /** A verdict that was replaced. */
  public record EarlierVerdict(
      String about, When when, String outcome, long passed, long applicable, String by) {}

  static UnfoldedView of(
      VersionDetail version, AttestationResponse read, Verdicts verdicts, Frame frame) {
    List<AttestationResponse.Item> items =
        read instanceof AttestationResponse.Read(List<AttestationResponse.Item> listed)
            ? listed
            : List.of();
    return new UnfoldedView(
        IntStream.range(0, items.size()).mapToObj(i -> statement(i, items.get(i))).toList(),
        certificate(items, frame),
        version.response() == null ? null : response(version.response(), frame),
        version.response() == null
            ? null
            : PagePaths.attestations(version.packageName().value(), version.summary().version()),
        verdicts.earlier().stream().map(verdict -> earlier(verdict, frame)).toList());
  }

  private static StatementText statement(int index, AttestationResponse.Item item) {
    String number = "Statement " + (index + 1);
    if (item.statement() == null) {
      return new StatementText(number + ", unreadable", String.valueOf(item.problem()), false);
    }
    String json = item.statement().json();
    boolean isCut = json.length() > MAX_STATEMENT;
    return new StatementText(
        number + ": " + item.statement().predicateType(),
        isCut ? json.substring(0, MAX_STATEMENT) : json,
        isCut);
  }

  private static List<Card.Fact> certificate(List<AttestationResponse.Item> items, Frame frame) {
    return items.stream()
        .filter(item -> item.attestation() != null)
        .map(item -> item.attestation().signer())
        .filter(Signer.Certificate.class::isInstance)
        .map(Signer.Certificate.class::cast)
        .findFirst()
        .map(certificate -> CertificateFacts.of(certificate, frame))
        .orElse(List.of());
  }

  private static Sentence response(VersionDetail.StoredResponse response, Frame frame) {
    return Sentence.write()
        .words("npm served these attestations ")
        .when(frame.when(response.fetchedAt()))
        .words(": " + Words.grouped(response.body().length) + " bytes, SHA-256 ")
        .digest(Digest.of(response.sha256()))
        .words(".")
        .end();
  }

  private static EarlierVerdict earlier(RecordedVerdict recorded, Frame frame) {
    return new EarlierVerdict(
        ChecksView.title(recorded),
        frame.when(recorded.verifiedAt()),
        Slug.of(recorded.verdict().outcome()),
        recorded.verdict().passed(),
        recorded.verdict().applicable(),
        "Whence " + recorded.verifier().version() + ", policy " + recorded.verifier().policy());
  }
}
