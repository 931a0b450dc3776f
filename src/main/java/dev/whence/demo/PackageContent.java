package dev.whence.demo;

import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.ProvenanceRequest;
import dev.whence.demo.sigstore.PublishRequest;
import dev.whence.demo.sigstore.Subject;
import dev.whence.demo.store.Body;
import dev.whence.provenance.PackageName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Makes what the registry serves about one package: its packument, and each version's bundles. */
final class PackageContent {

  private static final byte[] NO_LIST =
      "{\"attestations\":\"lost\"}".getBytes(StandardCharsets.US_ASCII);

  private static final int SECONDS_TO_SIGN = 20;
  private static final int SECONDS_TO_PUBLISH = 4;

  private final GeneratedSigstore sigstore;
  private final Calendar calendar;

  PackageContent(GeneratedSigstore sigstore, Calendar calendar) {
    this.sigstore = sigstore;
    this.calendar = calendar;
  }

  /** The key of a packument. */
  static String key(History history) {
    return history.name().value();
  }

  /** The key of a release's attestations. */
  static String key(History history, Release release) {
    return history.name() + "@" + release.version();
  }

  Body packument(History history) throws IOException {
    return Body.written(out -> PackumentJson.write(history, sigstore, out));
  }

  /** A release's bundles; empty if the registry serves none. */
  Optional<Body> attestations(History history, Release release) throws IOException {
    Build build = release.build();
    if (build == null || build.served() == AttestationAnswer.MISSING) {
      return Optional.empty();
    }
    byte[] response = response(history.name(), release, build);
    return Optional.of(Body.written(out -> out.write(response)));
  }

  private byte[] response(PackageName name, Release release, Build build) {
    Instant at = release.at();
    Subject subject = PackumentJson.subject(name, release);
    ProvenanceRequest request =
        ProvenanceRequest.of(build.shape(), subject, build.run(), at.minusSeconds(SECONDS_TO_SIGN))
            .claiming(build.claimed());
    IssuedBundle provenance =
        sigstore.provenance(
            build.served() == AttestationAnswer.TAMPERED
                ? request.with(Fault.TAMPERED_PAYLOAD)
                : request);
    IssuedBundle publish =
        sigstore.publish(
            PublishRequest.of(calendar.publish(at), subject, at.minusSeconds(SECONDS_TO_PUBLISH)));
    byte[] whole = IssuedBundle.response(publish, provenance);
    return switch (build.served()) {
      case WHOLE, TAMPERED, MISSING -> whole;
      case UNREADABLE -> NO_LIST;
      case PUBLISH_ONLY -> IssuedBundle.response(publish);
    };
  }
}
