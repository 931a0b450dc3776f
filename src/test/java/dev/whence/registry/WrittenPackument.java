package dev.whence.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.registry.npm.NotAPackumentException;
import dev.whence.registry.npm.PackumentReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Packuments of a package {@code p} that tests write out. */
public final class WrittenPackument {

  private WrittenPackument() {}

  /** The only version of a packument, from its JSON. */
  public static PackumentVersion version(String json) {
    return read("{\"name\":\"p\",\"versions\":{\"1.0.0\":"
            + json
            + "},\"time\":{\"1.0.0\":\"2024-01-02T03:04:05Z\"}}")
        .versions()
        .getFirst();
  }

  public static Packument parse(String text) throws IOException, NotAPackumentException {
    return PackumentReader.read(stream(text), new PackageName("p"));
  }

  /** One that must be a packument. */
  public static Packument read(String text) {
    try {
      return parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NotAPackumentException e) {
      throw new AssertionError(e);
    }
  }

  public static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
