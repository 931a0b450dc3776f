package dev.whence.demo;

import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.store.Body;
import dev.whence.demo.store.BodyStore;
import dev.whence.provenance.PackageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A generated npm registry on a port of its own. Everything that it serves is prepared in a folder
 * before the first request, unless it is there already. After that, packages may change as time
 * passes.
 *
 * <p>These packages have a story, and keep their names; the {@link Population} fills up:
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
 *   <li>{@code plumbline}: 1.14.1 and 0.30.4 lost their provenance and were removed
 *   <li>{@code reedwarbler}: 4.0.3 by hand, regained with 4.1.0
 *   <li>{@code oakum-loader}: its repository was renamed, same id
 *   <li>{@code whalebone}: 2.0.0 from another repository, other id
 *   <li>{@code windrow}: 8.2.1 from a snapshot branch
 *   <li>{@code overcast}: its package.json names another repository than the proven one
 *   <li>{@code lanternfish}: 1.2.0 rejected, its statement was changed after signing
 *   <li>{@code falsepetal}: 0.1.0 rejected, it claims a repository that its certificate denies
 *   <li>{@code mossgarden}: 1.1.0 unreadable
 *   <li>{@code driftglass}: 3.0.1 and 3.1.0 advertised, but 404
 *   <li>{@code thornapple}: 1.1.0 removed; {@code ghostpine}: the whole package unpublished
 *   <li>{@code bittervetch}: taken down by npm's security team
 *   <li>{@code fernquill}: 1.x deprecated
 *   <li>{@code kitewire}: pre-releases; {@code oldmill}: versions that are not semver
 *   <li>{@code @gullwing/parse}: a scoped name
 *   <li>{@code injectionpane}: HTML in every field
 * </ul>
 */
public final class GeneratedRegistry implements AutoCloseable {

  /** The registry's address in packuments: the same for each port. */
  static final String PUBLIC_URL = "https://registry.generated.example";

  private final GeneratedSigstore sigstore;
  private final Packages packages;
  private final Feed feed;
  private final String host;
  private final RegistryServer server;
  private final Pace pace;

  private GeneratedRegistry(
      GeneratedSigstore sigstore,
      Packages packages,
      Feed feed,
      String host,
      RegistryServer server,
      Pace pace) {
    this.sigstore = sigstore;
    this.packages = packages;
    this.feed = feed;
    this.host = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    this.server = server;
    this.pace = pace;
  }

  /** Serves on a free port of this machine, without changes over time. */
  public static GeneratedRegistry start(Edition edition, Path folder) {
    return start(edition, folder, DemoServing.QUIETLY);
  }

  /**
   * Prepares, unless that is done already, and serves.
   *
   * @param folder for this registry only
   */
  public static GeneratedRegistry start(Edition edition, Path folder, DemoServing serving) {
    Calendar calendar = new Calendar(edition.now());
    GeneratedSigstore sigstore =
        GeneratedSigstore.of(edition.seed(), calendar.sigstoreBegan(), PUBLIC_URL);
    Packages packages = new Packages(edition);
    try {
      BodyStore store = Preparation.store(edition, packages, sigstore, folder, serving.progress());
      Feed feed = new Feed(packages);
      PackageContent content = new PackageContent(sigstore, calendar);
      RegistryLife life = new RegistryLife(edition, packages, content, feed, serving.interval());
      Pace pace = Pace.begin(life, serving.interval(), folder);
      byte[] keys = sigstore.registryKeys();
      Routes routes =
          new Routes(
              packages,
              store,
              life,
              feed,
              Body.written(out -> out.write(keys)),
              GeneratedDownloads.open(folder, edition));
      RegistryServer server = RegistryServer.start(serving, routes);
      return new GeneratedRegistry(sigstore, packages, feed, serving.host(), server, pace);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve the generated registry", e);
    }
  }

  /** Its address. */
  public URI url() {
    return URI.create("http://" + host + ":" + server.port());
  }

  /** The packages at its beginning, those with a story first. */
  public List<PackageName> names() {
    return IntStream.range(0, packages.count()).mapToObj(packages::name).toList();
  }

  /** The sequence of the newest change in its feed. */
  public long lastSequence() {
    return feed.last();
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
    server.close();
    pace.close();
  }
}
