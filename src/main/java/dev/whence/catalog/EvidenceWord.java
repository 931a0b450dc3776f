package dev.whence.catalog;

import dev.whence.provenance.Slug;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The one word for a version's evidence on pages, in JSON, CSV, data sets and addresses. {@link
 * Evidence} has the states behind each word.
 */
public enum EvidenceWord {
  /** Published without an attestation. */
  NONE,
  /** The registry passes no attestations on, so we cannot know. */
  UNKNOWN,
  /** Removed from the registry before we could fetch an attestation. */
  REMOVED,
  /** Not fetched or not checked yet. */
  PENDING,
  /** The registry lists an attestation, but does not serve it. */
  MISSING,
  /** The registry serves something that we cannot read. */
  UNREADABLE,
  /** npm signed the upload, but there is no statement about the build. */
  PUBLISH_ONLY,
  /** No check failed; at least one is inconclusive. */
  INCONCLUSIVE,
  /** A check failed. */
  REJECTED,
  /** Every check that applies passed. */
  VERIFIED;

  /** {@code publish-only}. */
  public String text() {
    return Slug.of(this);
  }

  /** The words that adoption counts. */
  public static List<EvidenceWord> counted() {
    return Arrays.stream(values())
        .filter(word -> Evidence.of(word).stream().allMatch(Evidence::canBeKnown))
        .toList();
  }

  /** The words in the order of pages: from fully known to unknown. */
  public static List<EvidenceWord> bestFirst() {
    return List.of(values()).reversed();
  }

  /** The counts by word: every word, also with zero. */
  public static Map<EvidenceWord, Long> counts(Map<Evidence, Long> counts) {
    Map<EvidenceWord, Long> byWord = new EnumMap<>(EvidenceWord.class);
    for (EvidenceWord word : values()) {
      byWord.put(word, 0L);
    }
    counts.forEach((evidence, count) -> byWord.merge(evidence.word(), count, Long::sum));
    return byWord;
  }
}
