package dev.whence.demo;

import dev.whence.demo.sigstore.CiRun;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.PackageName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One package's releases, added one after the other. */
final class History {

  private final PackageName name;
  private final String description;
  private final Account owner;
  private final Calendar calendar;
  private final List<Release> releases = new ArrayList<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private Project project;
  private String license = "MIT";
  private @Nullable String homepage;
  private Manifest manifest = Manifest.NONE;
  private @Nullable Instant unpublishedAt;

  History(String name, String description, Account owner, Project project, Calendar calendar) {
    this.name = new PackageName(name);
    this.description = description;
    this.owner = owner;
    this.project = project;
    this.calendar = calendar;
  }

  /** Published by the owner with a token, without provenance. */
  History byHand(String version, int daysAgo) {
    return byHand(version, time(version, daysAgo));
  }

  /** As above, at a given moment. */
  History byHand(String version, Instant at) {
    return add(Release.byHand(version, at, owner, project.declaredUrl()));
  }

  /** Published from CI with provenance, by a token of the owner's. */
  History fromCi(String version, int daysAgo) {
    return fromCi(version, time(version, daysAgo));
  }

  /** As above, at a given moment. */
  History fromCi(String version, Instant at) {
    CiRun run = project.run(version, at);
    return add(
        Release.byHand(version, at, owner, project.declaredUrl())
            .with(Build.of(run, project.isGitlab() ? Shape.NPM_CLI_GITLAB : calendar.npmCli(at))));
  }

  /** Published from CI by npm's trusted publishing, with provenance. */
  History fromTrustedPublisher(String version, int daysAgo) {
    return fromTrustedPublisher(version, time(version, daysAgo));
  }

  /** As above, at a given moment. */
  History fromTrustedPublisher(String version, Instant at) {
    return fromCi(version, at)
        .but(release -> release.byTrustedPublisher(project.isGitlab() ? "gitlab" : "github"));
  }

  /** Changes the release that was added last. */
  History but(UnaryOperator<Release> change) {
    releases.add(change.apply(releases.removeLast()));
    return this;
  }

  /** Changes how the release that was added last was built. */
  History butBuilt(UnaryOperator<Build> change) {
    return but(
        release -> release.build() == null ? release : release.with(change.apply(release.build())));
  }

  History butAll(UnaryOperator<Release> change) {
    releases.replaceAll(change);
    return this;
  }

  /** Changes one random release, if there are several. */
  History butOne(Chance chance, UnaryOperator<Release> change) {
    if (releases.size() > 1) {
      int place = chance.below(releases.size());
      releases.set(place, change.apply(releases.get(place)));
    }
    return this;
  }

  /** From here on the package comes from another project. */
  History from(Project other) {
    project = other;
    return this;
  }

  History tag(String tag, String version) {
    tags.put(tag, version);
    return this;
  }

  History licensed(String text) {
    license = text;
    return this;
  }

  History at(String url) {
    homepage = url;
    return this;
  }

  History filled(Manifest with) {
    manifest = with;
    return this;
  }

  History unpublished(int daysAgo) {
    unpublishedAt = time("unpublished", daysAgo);
    return this;
  }

  private History add(Release release) {
    releases.add(release);
    return this;
  }

  private Instant time(String text, int daysAgo) {
    return calendar.daysAgo(daysAgo, name + "@" + text);
  }

  PackageName name() {
    return name;
  }

  String description() {
    return description;
  }

  Account owner() {
    return owner;
  }

  String license() {
    return license;
  }

  String homepage() {
    return homepage == null ? project.repository().url() + "#readme" : homepage;
  }

  /** The release that was added last. */
  Optional<Release> last() {
    return releases.isEmpty() ? Optional.empty() : Optional.of(releases.getLast());
  }

  Manifest manifest() {
    return manifest;
  }

  List<Release> releases() {
    return List.copyOf(releases);
  }

  /** The document's revision in CouchDB's form; it changes with each change. */
  String revision() {
    long changed =
        releases.stream().filter(one -> one.removed() || one.deprecated() != null).count();
    String state = String.join(" ", name.value(), releases.size() + "", changed + "", tags() + "");
    return releases.size() + changed + "-" + DrawnValue.commit(state).substring(0, 32);
  }

  @Nullable Instant unpublishedAt() {
    return unpublishedAt;
  }

  /** The dist-tags: {@code latest} is the stable release that was added last, unless set. */
  Map<String, String> tags() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Release release : releases) {
      if (!release.removed()) {
        all.put(release.isPrerelease() ? "next" : "latest", release.version());
      }
    }
    all.putAll(tags);
    return all;
  }
}
