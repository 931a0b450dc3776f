package dev.whence.registry.npm;

import static dev.whence.registry.WrittenPackument.parse;
import static dev.whence.registry.WrittenPackument.read;
import static dev.whence.registry.WrittenPackument.stream;
import static dev.whence.registry.WrittenPackument.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Iterators;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.RegistrySignature;
import dev.whence.registry.WrittenPackument;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packuments of every shape, the odd and the hostile ones included. */
class PackumentReaderTest {

  @Test
  void shouldReadEveryRecordedPackument() throws Exception {
    for (PackageName name : CrawledRecording.names()) {
      byte[] body = Recording.bytes("packuments/" + name + ".json");
      Packument packument = PackumentReader.read(new ByteArrayInputStream(body), name);
      assertThat(packument.versions())
          .extracting(PackumentVersion::version)
          .containsExactlyElementsOf(
              List.copyOf(new ObjectMapper().readTree(body).path("versions").properties()).stream()
                  .map(java.util.Map.Entry::getKey)
                  .toList());
    }
  }

  @Test
  void shouldReadWhatWeKeepOfAVersion() {
    PackumentVersion version =
        version(
            """
            {"repository":{"type":"git","url":"git+https://x.test/a.git","directory":"p"},
             "homepage":"https://x.test","license":"MIT","gitHead":"abc","deprecated":"old",
             "scripts":{"test":"x","postinstall":"node ."},
             "_npmUser":{"name":"ann","trustedPublisher":{"id":"github","oidcConfigId":"1"},
               "approver":{"name":"bob","email":"b@x.test"}},
             "dist":{"tarball":"https://x.test/a.tgz","integrity":"sha512-x","shasum":"00",
               "unpackedSize":12,"signatures":[{"keyid":"k","sig":"s"}],
               "attestations":{"url":"https://x.test/att","provenance":{"predicateType":"p"}}}}
            """);
    assertThat(version)
        .isEqualTo(
            new PackumentVersion(
                "1.0.0",
                Instant.parse("2024-01-02T03:04:05Z"),
                "git+https://x.test/a.git",
                "p",
                "https://x.test",
                "MIT",
                "old",
                "abc",
                "https://x.test/a.tgz",
                "sha512-x",
                "00",
                12L,
                List.of(new RegistrySignature("k", "s")),
                true,
                "https://x.test/att",
                "ann",
                "github",
                "bob",
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1",
        "-1.5e300",
        "true",
        "\"\"",
        "[]",
        "[[[]]]",
        "{}",
        "[{\"url\":1}]",
        "{\"url\":null,\"type\":[],\"name\":{}}",
        "{\"url\":{\"url\":\"x\"}}"
      })
  void shouldTakeAnyTypeForAnyField(String odd) {
    PackumentVersion version =
        version(
            ("{'repository':O,'license':O,'homepage':O,'gitHead':O,'deprecated':O,'scripts':O,"
                    + "'_npmUser':O,'author':O,'bugs':O,'dist':{'tarball':O,'integrity':O,"
                    + "'shasum':O,'unpackedSize':O,'signatures':O,'attestations':O}}")
                .replace('\'', '"')
                .replace("O", odd));
    assertThat(version.version()).isEqualTo("1.0.0");
    assertThat(version.signatures()).isEmpty();
    assertThat(version.attestationsUrl()).isNull();
    assertThat(version.publisher()).isNull();
    assertThat(version("{\"dist\":" + odd + "}").tarball()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "\"x\"", "[]", "[{\"a\":\"b\"}]", "true"})
  void shouldTakeAnyTypeForTheMainMembers(String odd) {
    Packument packument =
        read(
            "{\"name\":\"p\",\"dist-tags\":O,\"versions\":{},\"time\":O,\"description\":O}"
                .replace("O", odd));
    assertThat(packument.versions()).isEmpty();
    assertThat(packument.distTags()).isNull();
    assertThat(packument.created()).isNull();
    assertThatThrownBy(() -> parse("{\"name\":\"p\",\"versions\":O}".replace("O", odd)))
        .isInstanceOf(NotAPackumentException.class)
        .hasMessageContaining("it has no versions");
  }

  @Test
  void shouldKeepHostileKeysAsPlainNames() {
    Packument packument =
        read(
            """
            {"__proto__":{"x":1},"constructor":"y","name":"p",
             "dist-tags":{"__proto__":"constructor","constructor":"1.0.0"},
             "versions":{"__proto__":{},"constructor":{"__proto__":{"a":1}},"1.0.0":{}},
             "time":{"__proto__":"2024-01-02T03:04:05Z","toString":"x"}}
            """);
    assertThat(packument.distTags())
        .containsEntry("__proto__", "constructor")
        .containsEntry("constructor", "1.0.0");
    assertThat(packument.versions())
        .extracting(PackumentVersion::version)
        .containsExactly("__proto__", "constructor", "1.0.0");
  }

  @Test
  void shouldCleanTextThatPostgresRefuses() {
    Packument packument =
        read(
            """
            {"name":"p","description":"a\\u0000b\\ud800c\\ud83d\\ude00",
             "versions":{"1.0.0\\u0000":{"deprecated":"\\u0000"}}}
            """);
    assertThat(packument.description()).isEqualTo("ab\ufffdc\ud83d\ude00");
    assertThat(packument.versions().getFirst().version()).isEqualTo("1.0.0");
    assertThat(packument.versions().getFirst().deprecated()).isEmpty();
  }

  @Test
  void shouldCutTextThatIsTooLong() {
    Packument packument =
        read("{\"name\":\"p\",\"description\":\"" + "x".repeat(1_000_000) + "\",\"versions\":{}}");
    assertThat(packument.description()).hasSize(PackumentReader.LONG_TEXT);
  }

  @Test
  void shouldKnowWhatWasUnpublished() {
    Packument packument =
        read(
            """
            {"name":"p","time":{"created":"2020-01-01T00:00:00Z","1.0.0":"2020-01-01T00:00:00.5Z",
              "unpublished":{"name":"p","time":"2021-01-01T00:00:00+00:00","versions":["1.0.0"]}}}
            """);
    assertThat(packument.unpublishedAt()).isEqualTo("2021-01-01T00:00:00Z");
    assertThat(packument.removedVersions()).containsOnlyKeys("1.0.0");
    assertThat(packument.distTags()).isEmpty();
  }

  @Test
  void shouldKeepVersionsThatAreNotSemver() {
    assertThat(read("{\"name\":\"p\",\"versions\":{\"latest\":{},\"1\":{},\"\":{},\"v1.x\":1}}"))
        .satisfies(
            packument ->
                assertThat(packument.versions())
                    .extracting(PackumentVersion::version)
                    .as("what is named is there, though it states nothing")
                    .containsExactly("latest", "1", "v1.x"));
  }

  @Test
  void shouldHaveNoTimeWhereItIsNone() {
    Packument packument =
        read(
            "{\"name\":\"p\",\"versions\":{\"1.0.0\":{},\"2.0.0\":{},\"3.0.0\":{}},"
                + "\"time\":{\"1.0.0\":\"yesterday\",\"2.0.0\":\"+999999999-01-01T00:00:00Z\","
                + "\"3.0.0\":\"-0001-01-01T00:00:00Z\"}}");
    assertThat(packument.versions())
        .allSatisfy(version -> assertThat(version.publishedAt()).isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"p\"",
        "{}",
        "{\"name\":\"p\"}",
        "{\"name\":\"q\",\"versions\":{}}",
        "{\"name\":1}",
        "{\"name\":null}"
      })
  void shouldRefuseWhatIsNotItsPackument(String text) {
    assertThatThrownBy(() -> PackumentReader.read(stream(text), new PackageName("p")))
        .isInstanceOf(NotAPackumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"p\"", "{\"name\":\"p\"}x", "{'name':1}", "<html>"})
  void shouldRefuseWhatIsNoJson(String text) {
    assertThatThrownBy(() -> PackumentReader.read(stream(text), new PackageName("p")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldRefuseDeepNestingWithoutOverflowingTheStack() {
    String deep = "{\"name\":\"p\",\"x\":" + "[".repeat(100_000);
    assertThatThrownBy(() -> PackumentReader.read(stream(deep), new PackageName("p")))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void shouldReadFiftyMegabytesInLittleMemory() throws Exception {
    int versions = 10_000;
    String filler = "\"readme\":\"" + "r".repeat(5_000) + "\",\"dependencies\":{\"a\":\"1\"}";
    Iterator<InputStream> parts =
        IntStream.rangeClosed(0, versions)
            .mapToObj(
                i ->
                    i < versions
                        ? (i == 0 ? "{\"name\":\"p\",\"versions\":{" : ",")
                            + ("\"1.0." + i + "\":{" + filler + "}")
                        : "}}")
            .map(WrittenPackument::stream)
            .iterator();
    InputStream in = new SequenceInputStream(Iterators.asEnumeration(parts));
    long before = usedAfterCollection();
    Packument packument = PackumentReader.read(in, new PackageName("p"));
    long retained = usedAfterCollection() - before;
    assertThat(packument.versions()).hasSize(versions);
    assertThat(retained).isLessThan(10_000_000);
  }

  @Test
  void shouldNotHoldMillionsOfMembersThatNobodyReads() throws Exception {
    String many =
        String.join(
            ",", IntStream.range(0, 300_000).mapToObj(i -> "\"k" + i + "\":\"v\"").toList());
    String text =
        "{\"name\":\"p\",\"dist-tags\":{M},\"versions\":{\"1.0.0\":{\"repository\":{M},\"dist\":"
            + "{\"signatures\":[{M}],\"attestations\":{M}}}},\"time\":{\"unpublished\":{M}}}";
    InputStream in = stream(text.replace("M", many));
    Packument packument = PackumentReader.read(in, new PackageName("p"));
    assertThat(packument.distTags()).hasSize(10_000);
    assertThat(packument.versions().getFirst().repositoryUrl()).isNull();
  }

  private static long usedAfterCollection() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(20);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
