package dev.whence.demo;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.sigstore.Subject;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.Sha512;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the packument of a history, in full and as a stream: the largest are twenty megabytes. */
final class PackumentJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int SHA1_DIGITS = 40;

  private final History history;
  private final List<Release> releases;
  private final GeneratedSigstore sigstore;
  private final JsonGenerator json;

  private PackumentJson(History history, GeneratedSigstore sigstore, JsonGenerator json) {
    this.history = history;
    this.releases = history.releases();
    this.sigstore = sigstore;
    this.json = json;
  }

  static void write(History history, GeneratedSigstore sigstore, OutputStream out)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      new PackumentJson(history, sigstore, json).write();
    }
  }

  /** What the attestations of a release are about. */
  static Subject subject(PackageName name, Release release) {
    return new Subject(
        name,
        release.version(),
        Sha512.of(DrawnValue.sha512("file of " + name + "@" + release.version())));
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("_id", history.name().value());
    json.writeStringField("_rev", history.revision());
    json.writeStringField("name", history.name().value());
    if (history.unpublishedAt() == null) {
      json.writeStringField("description", history.description());
      json.writeObjectFieldStart("dist-tags");
      for (Map.Entry<String, String> tag : history.tags().entrySet()) {
        json.writeStringField(tag.getKey(), tag.getValue());
      }
      json.writeEndObject();
      versions();
      json.writeArrayFieldStart("maintainers");
      json.writeStartObject();
      account(history.owner());
      json.writeEndObject();
      json.writeEndArray();
      json.writeStringField("license", history.license());
      json.writeStringField("homepage", history.homepage());
      if (history.manifest().readmeWords() > 0) {
        json.writeStringField("readme", history.manifest().readme(history.name().value()));
      }
    }
    times();
    json.writeEndObject();
  }

  private void versions() throws IOException {
    json.writeObjectFieldStart("versions");
    for (int i = 0; i < releases.size(); i++) {
      if (!releases.get(i).removed()) {
        version(i, releases.get(i));
      }
    }
    json.writeEndObject();
  }

  private void times() throws IOException {
    Comparator<Instant> order = Comparator.naturalOrder();
    Instant created = releases.stream().map(Release::at).min(order).orElseThrow();
    Instant last = releases.stream().map(Release::at).max(order).orElseThrow();
    @Nullable Instant unpublished = history.unpublishedAt();
    json.writeObjectFieldStart("time");
    json.writeStringField("created", created.toString());
    json.writeStringField("modified", (unpublished == null ? last : unpublished).toString());
    for (Release release : releases) {
      json.writeStringField(release.version(), release.at().toString());
    }
    if (unpublished != null) {
      json.writeObjectFieldStart("unpublished");
      json.writeStringField("name", history.owner().name());
      json.writeStringField("time", unpublished.toString());
      json.writeArrayFieldStart("versions");
      for (Release release : releases) {
        json.writeString(release.version());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void version(int place, Release release) throws IOException {
    json.writeObjectFieldStart(release.version());
    json.writeStringField("name", history.name().value());
    json.writeStringField("version", release.version());
    json.writeStringField("description", history.description());
    json.writeStringField("license", history.license());
    json.writeStringField("homepage", history.homepage());
    if (release.repositoryUrl() != null) {
      json.writeObjectFieldStart("repository");
      json.writeStringField("type", "git");
      json.writeStringField("url", release.repositoryUrl());
      json.writeEndObject();
    }
    if (release.deprecated() != null) {
      json.writeStringField("deprecated", release.deprecated());
    }
    if (release.build() != null) {
      json.writeStringField("gitHead", release.build().claimed().commit());
    }
    manifest(place);
    publisher(release);
    dist(release);
    json.writeEndObject();
  }

  private void manifest(int place) throws IOException {
    if (history.manifest().dependencies() == 0) {
      return;
    }
    json.writeStringField("main", "./dist/index.js");
    json.writeObjectFieldStart("scripts");
    json.writeStringField("build", "tsc --project tsconfig.build.json");
    json.writeStringField("test", "node --test");
    json.writeEndObject();
    json.writeObjectFieldStart("dependencies");
    for (Map.Entry<String, String> dependency : history.manifest().dependencies(place).entrySet()) {
      json.writeStringField(dependency.getKey(), dependency.getValue());
    }
    json.writeEndObject();
    json.writeStringField("_nodeVersion", "22.11.0");
    json.writeStringField("_npmVersion", "11.5.1");
  }

  private void publisher(Release release) throws IOException {
    json.writeObjectFieldStart("_npmUser");
    account(release.publisher());
    if (release.trustedPublisher() != null) {
      json.writeObjectFieldStart("trustedPublisher");
      json.writeStringField("id", release.trustedPublisher());
      json.writeStringField(
          "oidcConfigId", "oidc:" + DrawnValue.commit(release.publisher().name()).substring(0, 32));
      json.writeEndObject();
    }
    if (release.approver() != null) {
      json.writeObjectFieldStart("approver");
      account(release.approver());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void account(Account account) throws IOException {
    json.writeStringField("name", account.name());
    json.writeStringField("email", account.email());
  }

  private void dist(Release release) throws IOException {
    Subject subject = subject(history.name(), release);
    String name = history.name().value();
    String plainName = name.substring(name.indexOf('/') + 1);
    json.writeObjectFieldStart("dist");
    json.writeStringField("shasum", hex(release.version()).substring(0, SHA1_DIGITS));
    json.writeStringField("integrity", subject.digest().integrity());
    json.writeStringField(
        "tarball",
        GeneratedRegistry.PUBLIC_URL
            + ("/" + name + "/-/" + plainName + "-" + release.version() + ".tgz"));
    json.writeNumberField("fileCount", 4 + DrawnValue.below("files " + name, 40));
    json.writeNumberField(
        "unpackedSize", 9_000 + DrawnValue.below("size " + subject.digest().hex(), 90_000));
    RegistrySignature signature =
        sigstore.signature(subject, later(release.at(), sigstore.began()));
    json.writeArrayFieldStart("signatures");
    json.writeStartObject();
    json.writeStringField("keyid", signature.keyId());
    json.writeStringField("sig", signature.signature());
    json.writeEndObject();
    json.writeEndArray();
    if (release.build() != null) {
      attestations(release.version(), release.build());
    }
    json.writeEndObject();
  }

  private void attestations(String version, Build build) throws IOException {
    json.writeObjectFieldStart("attestations");
    json.writeStringField(
        "url",
        GeneratedRegistry.PUBLIC_URL
            + ("/-/npm/v1/attestations/" + history.name().urlSegment() + "@" + version));
    json.writeObjectFieldStart("provenance");
    json.writeStringField("predicateType", build.shape().predicateType());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** npm signed versions that are older than its keys later. */
  private static Instant later(Instant at, Instant keysBegan) {
    return at.isBefore(keysBegan) ? keysBegan.plus(Duration.ofDays(1)) : at;
  }

  private String hex(String what) {
    return HexFormat.of().formatHex(DrawnValue.sha512(what + " of " + history.name()));
  }
}
