package dev.whence.testing;

import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.Sha512;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a packument says of one version, for tests in which it says something else later. */
public record Facts(
    String version,
    @Nullable String deprecated,
    @Nullable String publisher,
    @Nullable String trustedPublisher,
    @Nullable String approver,
    @Nullable String integrity,
    @Nullable String shasum,
    @Nullable String repositoryUrl) {

  public static final Instant PUBLISHED = Crawls.FIRST.minus(Duration.ofDays(30));

  public Facts(String version) {
    this(version, null, "octocat", null, null, sha512(3), sha1(3), null);
  }

  /** A digest, one for each number, as {@code dist.integrity} has it. */
  public static String sha512(int number) {
    return Sha512.parseHex("%02x".formatted(number).repeat(64)).orElseThrow().integrity();
  }

  /** A digest, one for each number, as {@code dist.shasum} has it. */
  public static String sha1(int number) {
    return "%02x".formatted(number).repeat(20);
  }

  /** What npm's security team leaves of a package. */
  public static Facts placeholder(String version) {
    return new Facts(version).declaring("git+https://github.com/npm/security-holder.git");
  }

  public Facts deprecated(String message) {
    return new Facts(
        version, message, publisher, trustedPublisher, approver, integrity, shasum, repositoryUrl);
  }

  public Facts publishers(String account, @Nullable String trusted, @Nullable String whoApproved) {
    return new Facts(
        version, deprecated, account, trusted, whoApproved, integrity, shasum, repositoryUrl);
  }

  public Facts digests(String sha512, String sha1) {
    return new Facts(
        version, deprecated, publisher, trustedPublisher, approver, sha512, sha1, repositoryUrl);
  }

  public Facts declaring(String url) {
    return new Facts(
        version, deprecated, publisher, trustedPublisher, approver, integrity, shasum, url);
  }

  PackumentVersion build() {
    return new PackumentVersion(
        version,
        PUBLISHED,
        repositoryUrl,
        null,
        null,
        "MIT",
        deprecated,
        null,
        "https://registry.example/" + version + ".tgz",
        integrity,
        shasum,
        1L,
        List.of(),
        false,
        null,
        publisher,
        trustedPublisher,
        approver,
        false);
  }
}
