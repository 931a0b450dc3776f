package dev.whence.verify.trust;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A copy of Sigstore's TUF repository that is stored and shared: both documents, and the metadata
 * that protects the next refresh from rollback.
 *
 * @param digest SHA-256 over both documents, hex
 * @param confirmedAt when the repository last confirmed it
 * @param files by name, which is also the path below a folder of the cache
 */
public record TrustCopy(String digest, Instant confirmedAt, Map<String, byte[]> files) {

  static final String TRUSTED_ROOT = "trusted_root.json";
  static final String NPM_KEYS = "npm_keys.json";

  private static final String ROOT = "tuf/root.json";
  private static final String TIMESTAMP = "tuf/timestamp.json";

  /** The files that the TUF client keeps. */
  static final Set<String> METADATA =
      Set.of(ROOT, TIMESTAMP, "tuf/snapshot.json", "tuf/targets.json");

  public TrustCopy {
    files = Map.copyOf(files);
  }

  /** The result of a refresh. */
  static TrustCopy of(TrustDocuments documents, Instant now, Map<String, byte[]> metadata) {
    Map<String, byte[]> files = new HashMap<>(metadata);
    files.put(TRUSTED_ROOT, documents.trustedRoot());
    files.put(NPM_KEYS, documents.npmKeys());
    return new TrustCopy(documents.digest(), now, files);
  }

  TrustDocuments documents() throws TrustException {
    return new TrustDocuments(
        file(TRUSTED_ROOT),
        file(NPM_KEYS),
        TrustOrigin.of("Sigstore's TUF repository"),
        confirmedAt,
        TrustConfirmation.both(confirmedAt));
  }

  public TufVersion version() throws TrustException {
    return TufVersion.of(file(ROOT), file(TIMESTAMP));
  }

  /** Refuses a copy that cannot be used, or that does not match its digest. */
  public void check(Instant now) throws TrustException {
    for (String name : METADATA) {
      file(name);
    }
    if (files.size() != METADATA.size() + 2) {
      throw new TrustException("it has other files than a copy has: " + files.keySet());
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      TrustDocuments.requireBounded(file.getKey(), file.getValue());
    }
    TrustDocuments documents = documents();
    documents.parse(now);
    version();
    if (!documents.digest().equals(digest)) {
      throw new TrustException("its documents have another digest than it says");
    }
  }

  private byte[] file(String name) throws TrustException {
    byte @Nullable [] content = files.get(name);
    if (content == null) {
      throw new TrustException("it lacks " + name);
    }
    return content;
  }
}
