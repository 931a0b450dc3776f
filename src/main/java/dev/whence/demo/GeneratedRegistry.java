package dev.whence.demo;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.sun.net.httpserver.HttpServer;
import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.provenance.PackageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A generated npm registry on a port of the loopback interface. It signs its packages when it is
 * first asked for one, which takes a few seconds; a start on known data asks for none.
 *
 * <p>These packages have a story, and keep their names; {@link Edition#packages} fills up with
 * others:
 *
 * <ul>
 *   <li>{@code brinekit}: by hand, then every format of provenance, then trusted publishing
 *   <li>{@code @tidewater/core}, {@code cli}, {@code charts}, {@code forms}: one repository, one
 *       run for all of them
 *   <li>{@code quietdb}: never any provenance
 *   <li>{@code saltmarsh}: GitLab CI
 *   <li>{@code ironwick}: the SLSA3 builder, Build L3
 *   <li>{@code harbourline}: signed in a reusable workflow of another repository
 *   <li>{@code copperleaf}: 2.1.0 and later on a self-hosted runner, so without a level
 *   <li>{@code pebble-router}: trusted publisher without provenance
 *   <li>{@code stagecoach}: staged publishing with an approver
 *   <li>{@code sedgewick}: 1.2.0 with Rekor v2 and an RFC 3161 timestamp
 *   <li>{@code hollowreed}: 1.1.0 has npm's publish attestation and no provenance
 *   <li>{@code plumbline}: 1.14.1 and 0.30.4 lost their provenance and were unpublished
 *   <li>{@code reedwarbler}: 4.0.3 by hand, regained with 4.1.0
 *   <li>{@code oakum-loader}: its repository was renamed, same id
 *   <li>{@code whalebone}: 2.0.0 from another repository, other id
 *   <li>{@code windrow}: 8.2.1 from a snapshot branch
 *   <li>{@code overcast}: declares another repository than the proven one
 *   <li>{@code lanternfish}: 1.2.0 rejected, its statement was changed after signing
 *   <li>{@code falsepetal}: 0.1.0 rejected, it claims a repository that its certificate denies
 *   <li>{@code mossgarden}: 1.1.0 unreadable
 *   <li>{@code driftglass}: 3.0.1 and 3.1.0 advertised, but 404
 *   <li>{@code thornapple}: 1.1.0 unpublished; {@code ghostpine}: the whole package unpublished
 *   <li>{@code bittervetch}: taken down by npm's security team
 *   <li>{@code fernquill}: 1.x deprecated
 *   <li>{@code kitewire}: pre-releases; {@code oldmill}: versions that are not semver
 *   <li>{@code @gullwing/parse}: a scoped name
 *   <li>{@code injectionpane}: HTML in every field
 * </ul>
 */
public final class GeneratedRegistry implements AutoCloseable {

  /** What the packuments call the registry: the same whichever port it runs on. */
  static final String PUBLIC_URL = "https://registry.generated.example";

  private static final List<Long> MAGNITUDES =
      List.of(1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L);

  private final GeneratedSigstore sigstore;
  private final List<History> histories;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private GeneratedRegistry(Edition edition, HttpServer server) {
    Calendar calendar = new Calendar(edition.now());
    this.sigstore = GeneratedSigstore.of(edition.seed(), calendar.sigstoreBegan(), PUBLIC_URL);
    this.histories = tell(edition, calendar);
    this.server = server;
    Supplier<Content> content =
        Suppliers.memoize(() -> Content.issue(histories, sigstore, calendar));
    server.setExecutor(threads);
    server.createContext("/", new RegistryHandler(content, sigstore.registryKeys(), downloads()));
  }

  /** Serves on a free port. */
  public static GeneratedRegistry start(Edition edition) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      GeneratedRegistry registry = new GeneratedRegistry(edition, HttpServer.create(anyPort, 0));
      registry.server.start();
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open a port for the generated registry", e);
    }
  }

  private static List<History> tell(Edition edition, Calendar calendar) {
    Teller teller = new Teller(calendar);
    EvidenceStories.tell(teller);
    ChangeStories.tell(teller);
    TroubleStories.tell(teller);
    Population.fill(edition, teller);
    return teller.told();
  }

  private Map<String, Long> downloads() {
    Map<String, Long> counts = new HashMap<>();
    for (History history : histories) {
      String name = history.name().value();
      long magnitude = Drawn.of("magnitude of " + name, MAGNITUDES);
      counts.put(name, magnitude + Drawn.below("downloads of " + name, 9 * magnitude));
    }
    return counts;
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Its packages, those with a story first. */
  public List<PackageName> names() {
    return histories.stream().map(History::name).toList();
  }

  /** Sigstore's trusted_root.json. */
  public byte[] trustedRoot() {
    return sigstore.trustedRoot();
  }

  /** npm's keys. */
  public byte[] npmKeys() {
    return sigstore.npmKeys();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
