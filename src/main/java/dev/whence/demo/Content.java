package dev.whence.demo;

import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.ProvenanceRequest;
import dev.whence.demo.sigstore.PublishRequest;
import dev.whence.demo.sigstore.Subject;
import dev.whence.provenance.PackageName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the registry serves, signed in the order in which it happened, since the logs
 * keep that order.
 *
 * @param packuments by package name
 * @param attestations responses by {@code name@version}
 */
record Content(Map<String, byte[]> packuments, Map<String, byte[]> attestations) {

  private static final int SECONDS_TO_SIGN = 20;
  private static final int SECONDS_TO_PUBLISH = 4;

  private record Event(PackageName name, Release release, Build build) {}

  static Content issue(List<History> histories, GeneratedSigstore sigstore, Calendar calendar) {
    Map<String, byte[]> attestations = new HashMap<>();
    for (Event event : events(histories)) {
      byte[] response = response(event, sigstore, calendar);
      if (event.build().served() != Served.MISSING) {
        attestations.put(event.name() + "@" + event.release().version(), response);
      }
    }
    Map<String, byte[]> packuments = new HashMap<>();
    for (History history : histories) {
      packuments.put(history.name().value(), PackumentJson.of(history, sigstore));
    }
    return new Content(packuments, attestations);
  }

  private static List<Event> events(List<History> histories) {
    List<Event> events = new ArrayList<>();
    for (History history : histories) {
      for (Release release : history.releases()) {
        if (release.build() != null) {
          events.add(new Event(history.name(), release, release.build()));
        }
      }
    }
    events.sort(
        Comparator.comparing((Event event) -> event.release().at()).thenComparing(Event::name));
    return events;
  }

  private static byte[] response(Event event, GeneratedSigstore sigstore, Calendar calendar) {
    Instant at = event.release().at();
    Build build = event.build();
    Subject subject = PackumentJson.subject(event.name(), event.release());
    ProvenanceRequest request =
        ProvenanceRequest.of(build.shape(), subject, build.run(), at.minusSeconds(SECONDS_TO_SIGN))
            .claiming(build.claimed());
    IssuedBundle provenance =
        sigstore.provenance(
            build.served() == Served.TAMPERED ? request.with(Fault.TAMPERED_PAYLOAD) : request);
    IssuedBundle publish =
        sigstore.publish(
            PublishRequest.of(calendar.publish(at), subject, at.minusSeconds(SECONDS_TO_PUBLISH)));
    byte[] whole = IssuedBundle.response(publish, provenance);
    return switch (build.served()) {
      case WHOLE, TAMPERED, MISSING -> whole;
      case UNREADABLE -> Arrays.copyOf(whole, whole.length / 2);
      case PUBLISH_ONLY -> IssuedBundle.response(publish);
    };
  }
}
