package dev.whence.provenance;

import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file that a packument states, as digests by algorithm: {@code dist.integrity} (W3C
 * Subresource Integrity) and {@code dist.shasum}. Order, white space, padding and options make no
 * difference; invalid digests are left out.
 *
 * @param digests lower-case hex by the algorithm's name: {@code sha1}, {@code sha512}
 */
public record Integrity(SortedMap<String, SortedSet<String>> digests) {

  private static final String SHA1 = "sha1";

  /** The algorithms that npm's client accepts, with the bytes of their digests. */
  private static final Map<String, Integer> BYTES =
      Map.of("md5", 16, SHA1, 20, "sha256", 32, "sha384", 48, "sha512", 64);

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  public Integrity {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    digests.forEach(
        (algorithm, hex) ->
            copy.put(algorithm, Collections.unmodifiableSortedSet(new TreeSet<>(hex))));
    digests = Collections.unmodifiableSortedMap(copy);
  }

  /** From {@code dist.integrity} alone. */
  public static Integrity parse(String integrity) {
    return of(integrity, null);
  }

  /** From both fields of {@code dist}; both may be absent. */
  public static Integrity of(@Nullable String integrity, @Nullable String shasum) {
    SortedMap<String, SortedSet<String>> digests = new TreeMap<>();
    if (integrity != null) {
      for (String part : BLANKS.split(integrity.strip(), -1)) {
        addPart(digests, part);
      }
    }
    if (shasum != null) {
      add(digests, SHA1, hex(shasum.strip()));
    }
    return new Integrity(digests);
  }

  private static void addPart(SortedMap<String, SortedSet<String>> digests, String part) {
    int dash = part.indexOf('-');
    if (dash > 0) {
      int options = part.indexOf('?');
      String value = part.substring(dash + 1, options < dash ? part.length() : options);
      add(digests, part.substring(0, dash), base64(value));
    }
  }

  private static void add(
      SortedMap<String, SortedSet<String>> digests, String algorithm, byte @Nullable [] digest) {
    if (digest != null && BYTES.getOrDefault(algorithm, -1) == digest.length) {
      digests
          .computeIfAbsent(algorithm, _ -> new TreeSet<>())
          .add(HexFormat.of().formatHex(digest));
    }
  }

  private static byte @Nullable [] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static byte @Nullable [] hex(String text) {
    try {
      return HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notHex) {
      return null;
    }
  }

  /** The digests of one algorithm in lower-case hex; empty if there is none. */
  public Set<String> of(String algorithm) {
    return digests.getOrDefault(algorithm, Collections.emptySortedSet());
  }

  /**
   * Whether the digests of a common algorithm differ. Without a common algorithm the answer is no.
   */
  public boolean isAnotherFileThan(Integrity other) {
    return digests.entrySet().stream()
        .anyMatch(
            stated ->
                other.digests.containsKey(stated.getKey())
                    && !other.of(stated.getKey()).equals(stated.getValue()));
  }
}
