package dev.whence.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.sigstore.Subject;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.RegistrySignature;
import dev.whence.provenance.Sha512;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;

/** Writes the packument of a history, in full. */
final class PackumentJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SHA1_DIGITS = 40;

  private final History history;
  private final GeneratedSigstore sigstore;
  private final ObjectNode root = MAPPER.createObjectNode();

  private PackumentJson(History history, GeneratedSigstore sigstore) {
    this.history = history;
    this.sigstore = sigstore;
  }

  static byte[] of(History history, GeneratedSigstore sigstore) {
    PackumentJson packument = new PackumentJson(history, sigstore);
    packument.write();
    try {
      return MAPPER.writeValueAsBytes(packument.root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the attestations of a release are about. */
  static Subject subject(PackageName name, Release release) {
    return new Subject(
        name,
        release.version(),
        Sha512.of(Drawn.sha512("file of " + name + "@" + release.version())));
  }

  private void write() {
    root.put("_id", history.name().value());
    root.put("_rev", history.releases().size() + "-" + hex("rev").substring(0, 32));
    root.put("name", history.name().value());
    if (history.unpublishedAt() == null) {
      root.put("description", history.description());
      history.tags().forEach(root.putObject("dist-tags")::put);
      ObjectNode versions = root.putObject("versions");
      history.releases().stream()
          .filter(release -> !release.removed())
          .forEach(release -> version(versions.putObject(release.version()), release));
      account(root.putArray("maintainers").addObject(), history.owner());
      root.put("license", history.license());
      root.put("homepage", history.homepage());
    }
    times(root.putObject("time"));
  }

  private void times(ObjectNode time) {
    Instant created =
        history.releases().stream().map(Release::at).min(Comparator.naturalOrder()).orElseThrow();
    Instant last =
        history.releases().stream().map(Release::at).max(Comparator.naturalOrder()).orElseThrow();
    Instant unpublished = history.unpublishedAt();
    time.put("created", created.toString());
    time.put("modified", (unpublished == null ? last : unpublished).toString());
    history.releases().forEach(release -> time.put(release.version(), release.at().toString()));
    if (unpublished != null) {
      ObjectNode gone = time.putObject("unpublished");
      gone.put("name", history.owner().name());
      gone.put("time", unpublished.toString());
      history.releases().forEach(release -> gone.withArray("versions").add(release.version()));
    }
  }

  private void version(ObjectNode node, Release release) {
    node.put("name", history.name().value());
    node.put("version", release.version());
    node.put("description", history.description());
    node.put("license", history.license());
    node.put("homepage", history.homepage());
    node.putObject("repository").put("type", "git").put("url", release.repositoryUrl());
    if (release.deprecated() != null) {
      node.put("deprecated", release.deprecated());
    }
    if (release.build() != null) {
      node.put("gitHead", release.build().claimed().commit());
    }
    publisher(node.putObject("_npmUser"), release);
    dist(node.putObject("dist"), release);
  }

  private static void publisher(ObjectNode node, Release release) {
    account(node, release.publisher());
    if (release.trustedPublisher() != null) {
      node.putObject("trustedPublisher")
          .put("id", release.trustedPublisher())
          .put("oidcConfigId", "oidc:" + Drawn.commit(release.publisher().name()).substring(0, 32));
    }
    if (release.approver() != null) {
      account(node.putObject("approver"), release.approver());
    }
  }

  private static void account(ObjectNode node, Account account) {
    node.put("name", account.name()).put("email", account.email());
  }

  private void dist(ObjectNode dist, Release release) {
    Subject subject = subject(history.name(), release);
    String plainName = history.name().value().replaceFirst("^@[^/]*/", "");
    dist.put("shasum", hex(release.version()).substring(0, SHA1_DIGITS));
    dist.put("integrity", subject.digest().integrity());
    dist.put(
        "tarball",
        "%s/%s/-/%s-%s.tgz"
            .formatted(GeneratedRegistry.PUBLIC_URL, history.name(), plainName, release.version()));
    dist.put("fileCount", 4 + Drawn.below("files " + history.name(), 40));
    dist.put("unpackedSize", 9_000 + Drawn.below("size " + subject.digest().hex(), 90_000));
    RegistrySignature signature =
        sigstore.signature(subject, later(release.at(), sigstore.began()));
    dist.putArray("signatures")
        .addObject()
        .put("keyid", signature.keyId())
        .put("sig", signature.signature());
    if (release.build() != null) {
      ObjectNode attestations = dist.putObject("attestations");
      attestations.put(
          "url",
          GeneratedRegistry.PUBLIC_URL
              + "/-/npm/v1/attestations/"
              + history.name().urlSegment()
              + "@"
              + release.version());
      attestations
          .putObject("provenance")
          .put("predicateType", release.build().shape().predicateType());
    }
  }

  /** npm signed what is older than its keys later. */
  private static Instant later(Instant at, Instant keysBegan) {
    return at.isBefore(keysBegan) ? keysBegan.plus(Duration.ofDays(1)) : at;
  }

  private String hex(String what) {
    return HexFormat.of().formatHex(Drawn.sha512(what + " of " + history.name()));
  }
}
