package dev.whence.catalog;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one version's provenance, in as many states as the crawl needs. People and programs
 * see the {@link #word}, with the {@link #reason} beside it.
 */
public enum Evidence {
  /** The packument lists no attestation. */
  NONE(EvidenceWord.NONE),
  /**
   * The registry passes on neither signatures nor attestations, so we cannot know whether the
   * version has any.
   */
  UNKNOWN(EvidenceWord.UNKNOWN),
  /** The registry removed the version before we could fetch its attestation. */
  REMOVED(EvidenceWord.REMOVED),
  /** Listed, but not fetched yet. */
  NOT_FETCHED(EvidenceWord.PENDING, EvidenceReason.FETCH),
  /** Listed, but the registry refuses to serve it (401, 403, 405, 410, 451). */
  REFUSED(EvidenceWord.MISSING, EvidenceReason.REFUSED),
  /** Listed; the request failed and is tried again. */
  FAILING(EvidenceWord.PENDING, EvidenceReason.FAILING),
  /** Listed, but the registry answers 404. */
  NOT_FOUND(EvidenceWord.MISSING, EvidenceReason.NOT_FOUND),
  /** Served, but not readable as attestations. */
  UNREADABLE(EvidenceWord.UNREADABLE),
  /** The registry serves npm's publish attestation and no provenance. */
  PUBLISH_ONLY(EvidenceWord.PUBLISH_ONLY),
  /** Stored, and not checked yet. */
  NOT_CHECKED(EvidenceWord.PENDING, EvidenceReason.CHECK),
  /** No check failed, but at least one is inconclusive, because we lack a key or a log. */
  INCONCLUSIVE(EvidenceWord.INCONCLUSIVE),
  /** A check failed. */
  REJECTED(EvidenceWord.REJECTED),
  /** Every check that applies passed. */
  VERIFIED(EvidenceWord.VERIFIED);

  private final EvidenceWord word;
  private final @Nullable EvidenceReason reason;

  Evidence(EvidenceWord word) {
    this(word, null);
  }

  Evidence(EvidenceWord word, @Nullable EvidenceReason reason) {
    this.word = word;
    this.reason = reason;
  }

  /** The word for this state, the same on pages, in JSON, CSV and data sets. */
  public EvidenceWord word() {
    return word;
  }

  /** Why it is pending or missing; absent for other words. */
  public @Nullable EvidenceReason reason() {
    return reason;
  }

  /**
   * Whether we can know if the version has or had provenance. Adoption counts only such versions.
   */
  public boolean canBeKnown() {
    return this != UNKNOWN && this != REMOVED;
  }

  /** The states with this word. */
  public static List<Evidence> of(EvidenceWord word) {
    return Arrays.stream(values()).filter(evidence -> evidence.word == word).toList();
  }
}
