package dev.whence.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.provenance.PackageName;
import dev.whence.registry.npm.NotAPackumentException;
import dev.whence.registry.npm.PackumentReader;
import dev.whence.testing.Fuzzing;
import dev.whence.testing.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packuments of any bytes at all: each is read or refused as declared. */
public class PackumentFuzzTest {

  private static final PackageName NAME = new PackageName("is-odd");

  /** Every field that we keep, once. */
  private static final String SMALL =
      """
      {"name":"is-odd","description":"d","dist-tags":{"latest":"1.0.0"},
       "versions":{"1.0.0":{"repository":{"type":"git","url":"git+https://x.test/a.git"},
        "homepage":"https://x.test","license":"MIT","gitHead":"abc","deprecated":"old",
        "_npmUser":{"name":"ann","trustedPublisher":{"id":"github","oidcConfigId":"1"}},
        "dist":{"tarball":"https://x.test/a.tgz","integrity":"sha512-x","unpackedSize":12,
         "signatures":[{"keyid":"k","sig":"s"}],
         "attestations":{"url":"https://x.test/att","provenance":{"predicateType":"p"}}}}},
       "time":{"1.0.0":"2024-01-01T00:00:00Z","unpublished":{"time":"2024-02-01T00:00:00Z"}}}
      """;

  @Test
  void shouldReadOrRefuseWhateverComes() throws IOException, InterruptedException {
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(SMALL.getBytes(UTF_8));
    if (Recording.isPresent()) {
      seeds.add(Recording.bytes("packuments/is-odd.json"));
    }
    Fuzzing.run(PackumentFuzzTest.class, seeds);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      PackumentReader.read(new ByteArrayInputStream(input), NAME);
    } catch (IOException | NotAPackumentException declared) {
      // What the reader says that it throws.
    }
  }
}
