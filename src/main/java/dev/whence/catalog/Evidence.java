package dev.whence.catalog;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind one version's provenance, as finely as the crawl must tell it apart. What
 * people and programs see is the {@link #word}, with the {@link #reason} beside it.
 */
public enum Evidence {
  /** The packument advertises no attestation. */
  NONE(EvidenceWord.NONE),
  /** The registry passes on neither signatures nor attestations, so its silence says nothing. */
  UNKNOWN(EvidenceWord.UNKNOWN),
  /** The registry removed the version before an attestation of it could be fetched. */
  REMOVED(EvidenceWord.REMOVED),
  /** Advertised, and not asked for yet. */
  NOT_FETCHED(EvidenceWord.PENDING, EvidenceReason.FETCH),
  /** Advertised, but the registry refuses it (401, 403, 405, 410, 451). */
  REFUSED(EvidenceWord.MISSING, EvidenceReason.REFUSED),
  /** Advertised; asking for it failed and is tried again. */
  FAILING(EvidenceWord.PENDING, EvidenceReason.FAILING),
  /** Advertised, but the registry answers 404 for it. */
  NOT_FOUND(EvidenceWord.MISSING, EvidenceReason.NOT_FOUND),
  /** Served, but not readable as attestations. */
  UNREADABLE(EvidenceWord.UNREADABLE),
  /** The registry serves npm's publish attestation and no provenance. */
  PUBLISH_ONLY(EvidenceWord.PUBLISH_ONLY),
  /** Stored, and not checked yet. */
  NOT_CHECKED(EvidenceWord.PENDING, EvidenceReason.CHECK),
  /** No check failed; at least one could not be made, since we lack what it takes. */
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

  /** The one word for it, the same on pages, in JSON, CSV and data sets. */
  public EvidenceWord word() {
    return word;
  }

  /** Why it is pending or missing; absent of the other words. */
  public @Nullable EvidenceReason reason() {
    return reason;
  }

  /**
   * Whether it can be known that a version has or had provenance. Adoption counts only such
   * versions.
   */
  public boolean canBeKnown() {
    return this != UNKNOWN && this != REMOVED;
  }

  /** Those that a word stands for. */
  public static List<Evidence> of(EvidenceWord word) {
    return Arrays.stream(values()).filter(evidence -> evidence.word == word).toList();
  }
}
