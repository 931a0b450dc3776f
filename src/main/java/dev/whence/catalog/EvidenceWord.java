package dev.whence.catalog;

import dev.whence.provenance.Slug;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The one word for a version's evidence on pages, in JSON, CSV, data sets and addresses. {@link
 * Evidence} says what each stands for.
 */
public enum EvidenceWord {
  /** Published without an attestation. */
  NONE,
  /** The registry passes nothing on, so nobody can know. */
  UNKNOWN,
  /** Removed from the registry before we could fetch an attestation. */
  REMOVED,
  /** Not fetched or not checked yet. */
  PENDING,
  /** The registry lists an attestation, and does not serve it. */
  MISSING,
  /** What is served cannot be read. */
  UNREADABLE,
  /** npm signed the upload; nothing says where the version was built. */
  PUBLISH_ONLY,
  /** No check failed; at least one could not be made. */
  INCONCLUSIVE,
  /** A check failed. */
  REJECTED,
  /** Every check that applies passed. */
  VERIFIED;

  /** {@code publish-only}. */
  public String text() {
    return Slug.of(this);
  }

  /** Those that adoption counts. */
  public static List<EvidenceWord> counted() {
    return Arrays.stream(values())
        .filter(word -> Evidence.of(word).stream().allMatch(Evidence::canBeKnown))
        .toList();
  }

  /** From everything known to nothing, as people read them. */
  public static List<EvidenceWord> bestFirst() {
    return List.of(values()).reversed();
  }

  /** Counts by word; every word, zero included. */
  public static Map<EvidenceWord, Long> counts(Map<Evidence, Long> counts) {
    Map<EvidenceWord, Long> byWord = new EnumMap<>(EvidenceWord.class);
    for (EvidenceWord word : values()) {
      byWord.put(word, 0L);
    }
    counts.forEach((evidence, count) -> byWord.merge(evidence.word(), count, Long::sum));
    return byWord;
  }
}
