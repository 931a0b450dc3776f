package dev.whence.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The npm package {@code download-counts} on a replayed registry. */
public final class CountsTarball {

  private CountsTarball() {}

  /** Publishes a version with this {@code counts.json}. */
  public static void publish(ReplayRegistry registry, String version, String counts) {
    byte[] tarball = of(counts);
    publish(registry, version, tarball, integrity(tarball));
  }

  /** Publishes a version whose packument states this digest. */
  public static void publish(
      ReplayRegistry registry, String version, byte[] tarball, String integrity) {
    String packument =
        """
        {"name":"download-counts","dist-tags":{"latest":"%1$s"},
         "versions":{"%1$s":{"name":"download-counts","version":"%1$s",
           "dist":{"integrity":"%2$s","tarball":"https://elsewhere.test/evil.tgz"}}}}
        """
            .formatted(version, integrity);
    registry.answer("/download-counts", packument.getBytes(UTF_8));
    registry.answer("/download-counts/-/download-counts-" + version + ".tgz", tarball);
  }

  /** A tarball with these counts, behind another file. */
  public static byte[] of(String counts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      add(tar, "package/package.json", "{}");
      add(tar, "package/counts.json", counts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(body.length);
    tar.putArchiveEntry(entry);
    tar.write(body);
    tar.closeArchiveEntry();
  }

  private static String integrity(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-512").digest(bytes);
      return "sha512-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
