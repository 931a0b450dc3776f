package dev.whence.registry.npm;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.registry.http.BoundedInputStream;
import dev.whence.registry.http.HttpGate;
import dev.whence.registry.http.HttpGates;
import dev.whence.registry.http.MalformedAnswerException;
import dev.whence.registry.http.RegistryConfig;
import dev.whence.registry.http.RetryLaterException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the npm package {@code download-counts}, which has a month's downloads of nearly all
 * packages in one tarball and appears a few times a year.
 */
@ApplicationScoped
public class DownloadCounts {

  private static final PackageName NAME = new PackageName("download-counts");
  private static final String SHA512 = "sha512-";

  /** In 2026 it has 28 MB. */
  private static final long MAX_BYTES = 500_000_000;

  private final RegistryConfig config;
  private final RegistryClient registry;
  private final HttpGate gate;

  public DownloadCounts(RegistryConfig config, RegistryClient registry, HttpGates gates) {
    this.config = config;
    this.registry = registry;
    this.gate = gates.to(config.url());
  }

  /**
   * Asks for the latest version.
   *
   * @param known the version that we have; null for none
   */
  public CountsFetch newerThan(@Nullable String known) {
    return switch (registry.packument(NAME, null, null)) {
      case PackumentFetch.Found found -> newerThan(known, found.packument());
      case PackumentFetch.Missing _, PackumentFetch.NotModified _ -> new CountsFetch.NothingNew();
      case PackumentFetch.Unreadable unreadable -> new CountsFetch.Failed(unreadable.reason());
      case PackumentFetch.Failed failed -> new CountsFetch.Failed(failed.reason());
    };
  }

  private CountsFetch newerThan(@Nullable String known, Packument packument) {
    @Nullable String latest = packument.latest();
    Optional<PackumentVersion> version =
        packument.versions().stream().filter(v -> v.version().equals(latest)).findFirst();
    if (version.isEmpty() || version.get().version().equals(known)) {
      return new CountsFetch.NothingNew();
    }
    @Nullable String integrity = version.get().integrity();
    if (integrity == null || !integrity.startsWith(SHA512)) {
      return new CountsFetch.Failed("The package download-counts states no SHA-512.");
    }
    return fetch(version.get().version(), integrity);
  }

  private CountsFetch fetch(String version, String integrity) {
    URI uri =
        HttpGates.under(
            config.url(),
            "/" + NAME + "/-/" + NAME + "-" + RegistryClient.encode(version) + ".tgz");
    Path file = temporary();
    CountsFile counts = new CountsFile(version, file);
    try {
      gate.get(uri, Map.of(), answer -> store(answer, file, integrity));
      return new CountsFetch.Found(counts);
    } catch (RetryLaterException e) {
      counts.close();
      return new CountsFetch.Failed(e.sentence("The registry"));
    }
  }

  private static boolean store(HttpGate.Answer answer, Path file, String integrity)
      throws IOException {
    if (answer.status() != 200) {
      throw new MalformedAnswerException("the counts' tarball has status " + answer.status());
    }
    MessageDigest sha512 = sha512();
    try (InputStream in =
        new DigestInputStream(new BoundedInputStream(answer.body(), MAX_BYTES), sha512)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!integrity.equals(SHA512 + Base64.getEncoder().encodeToString(sha512.digest()))) {
      throw new MalformedAnswerException("the tarball is not the one that the packument states");
    }
    return true;
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("whence-download-counts", ".tgz");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for the download counts", e);
    }
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }
}
