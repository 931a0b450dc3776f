package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests are compared as bytes by algorithm, however the packument spells them. */
class IntegrityTest {

  private static final String A512 = "sha512-" + base64("aa".repeat(64));
  private static final String B512 = "sha512-" + base64("bb".repeat(64));
  private static final String A1 = "sha1-" + base64("aa".repeat(20));

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "  %s\n", "%s?option", "%s sha1-AAAA", "other-AAAA %s", "%1$s %1$s"})
  void shouldReadTheSameDigestsFromAnySpelling(String spelling) {
    Integrity read = Integrity.parse(spelling.formatted(A512));

    assertThat(read).isEqualTo(Integrity.parse(A512));
    assertThat(read.of("sha512")).containsExactly("aa".repeat(64));
  }

  @Test
  void shouldReadADigestWithoutPadding() {
    assertThat(Integrity.parse(A512.replace("=", ""))).isEqualTo(Integrity.parse(A512));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-", "sha512", "sha512-", "sha512-%", "sha512-AAAA", "SHA512-AAAA", "?-"})
  void shouldLeaveOutWhatIsNoDigest(String text) {
    assertThat(Integrity.parse(text).digests()).isEmpty();
  }

  @Test
  void shouldTakeHexForNoBase64() {
    assertThat(Integrity.parse("sha512-" + "ab".repeat(64)).digests()).isEmpty();
  }

  @Test
  void shouldSayOfTheOrderThatItIsTheSameFile() {
    assertThat(Integrity.parse(A1 + " " + A512)).isEqualTo(Integrity.parse(A512 + " " + A1));
  }

  @Test
  void shouldFindTheShasumEqualToTheSameDigestInBase64() {
    assertThat(Integrity.of(null, "AA".repeat(20))).isEqualTo(Integrity.parse(A1));
    assertThat(Integrity.of(A512, "aa".repeat(20))).isEqualTo(Integrity.parse(A512 + " " + A1));
  }

  @Test
  void shouldCallItAnotherFileOnlyWhereOneAlgorithmsDigestsDiffer() {
    assertThat(isAnother(A512, B512)).isTrue();
    assertThat(isAnother(A512, A512 + " " + B512)).isTrue();
    assertThat(isAnother(A1 + " " + A512, A1 + " " + B512)).isTrue();
    assertThat(isAnother(A1, A512)).isFalse();
    assertThat(isAnother(A1 + " " + A512, A512)).isFalse();
    assertThat(isAnother(null, A512)).isFalse();
  }

  private static boolean isAnother(@Nullable String before, String after) {
    return Integrity.parse(after).isAnotherFileThan(Integrity.of(before, null));
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
