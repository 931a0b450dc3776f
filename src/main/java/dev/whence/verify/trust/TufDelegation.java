package dev.whence.verify.trust;

import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.Fetcher;
import dev.sigstore.tuf.MetaFetchResult;
import dev.sigstore.tuf.MetaFetcher;
import dev.sigstore.tuf.TrustedMetaStore;
import dev.sigstore.tuf.encryption.Verifiers;
import dev.sigstore.tuf.model.DelegationRole;
import dev.sigstore.tuf.model.Delegations;
import dev.sigstore.tuf.model.Hashes;
import dev.sigstore.tuf.model.Key;
import dev.sigstore.tuf.model.Signature;
import dev.sigstore.tuf.model.SnapshotMeta;
import dev.sigstore.tuf.model.TargetMeta;
import dev.sigstore.tuf.model.Targets;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role to which the repository's targets delegate: npm's. sigstore-java's client does not follow
 * delegations, so this class follows the one that we need by the same rules (TUF specification, 5.6
 * and 5.7), with the library's metadata and signature verification.
 */
final class TufDelegation {

  private final String role;
  private final TrustedMetaStore trusted;
  private final MetaFetcher metaFetcher;
  private final Fetcher targetFetcher;
  private final Clock clock;

  TufDelegation(
      String role,
      TrustedMetaStore trusted,
      MetaFetcher metaFetcher,
      Fetcher targetFetcher,
      Clock clock) {
    this.role = role;
    this.trusted = trusted;
    this.metaFetcher = metaFetcher;
    this.targetFetcher = targetFetcher;
    this.clock = clock;
  }

  /** Downloads a target of the role. */
  byte[] download(String target) throws IOException, JsonParseException, GeneralSecurityException {
    TargetMeta.@Nullable TargetData data = metadata(target).getTargets().get(target);
    if (data == null) {
      throw new IOException(role + " lists no target " + target);
    }
    String name = consistentName(target, data.getHashes());
    byte @Nullable [] content = targetFetcher.fetchResource(name, data.getLength());
    if (content == null) {
      throw new IOException("there is no target " + name);
    }
    requireHashes(target, content, data.getHashes());
    return content;
  }

  private TargetMeta metadata(String target)
      throws IOException, JsonParseException, GeneralSecurityException {
    SnapshotMeta.@Nullable SnapshotTarget listed =
        trusted.getSnapshot().getSignedMeta().getMeta().get(role + ".json");
    if (listed == null) {
      throw new IOException("the snapshot lists no " + role + ".json");
    }
    MetaFetchResult<Targets> fetched =
        metaFetcher
            .getMeta(role, listed.getVersion(), Targets.class, listed.getLengthOrDefault())
            .orElseThrow(
                () -> new IOException("there is no " + listed.getVersion() + "." + role + ".json"));
    if (listed.getHashes().isPresent()) {
      requireHashes(role, fetched.getRawBytes(), listed.getHashes().get());
    }
    requireSignatures(fetched.getMetaResource(), target);
    TargetMeta signed = fetched.getMetaResource().getSignedMeta();
    if (signed.getVersion() != listed.getVersion()) {
      throw new IOException(role + " has version " + signed.getVersion() + ", another is listed");
    }
    Instant expires = signed.getExpiresAsDate().toInstant();
    if (expires.isBefore(clock.instant())) {
      throw new IOException("its " + role + " expired on " + expires);
    }
    return signed;
  }

  private void requireSignatures(Targets metadata, String target)
      throws IOException, JsonParseException, GeneralSecurityException {
    Delegations delegations =
        trusted
            .getTargets()
            .getSignedMeta()
            .getDelegations()
            .orElseThrow(() -> new IOException("the targets delegate nothing"));
    DelegationRole delegated =
        delegations.getRoles().stream()
            .filter(candidate -> candidate.getName().equals(role) && covers(candidate, target))
            .findFirst()
            .orElseThrow(() -> new IOException("nobody delegates " + target + " to " + role));
    int good = signers(metadata, delegated.getKeyids(), delegations.getKeys()).size();
    if (good < delegated.getThreshold()) {
      throw new IOException(
          "%s has %d good signatures of %d needed".formatted(role, good, delegated.getThreshold()));
    }
  }

  /** The keys, each by its value and so counted once, that signed the metadata. */
  private static Set<Map<String, String>> signers(
      Targets metadata, List<String> allowed, Map<String, Key> keys)
      throws IOException, GeneralSecurityException {
    Set<Map<String, String>> good = new HashSet<>();
    for (Signature signature : metadata.getSignatures()) {
      @Nullable Key key = keys.get(signature.getKeyId());
      if (key != null
          && allowed.contains(signature.getKeyId())
          && !signature.getSignature().isEmpty()) {
        byte[] bytes = HexFormat.of().parseHex(signature.getSignature());
        if (Verifiers.newVerifier(key).verify(metadata.getCanonicalSignedBytes(), bytes)) {
          good.add(key.getKeyVal());
        }
      }
    }
    return good;
  }

  private static boolean covers(DelegationRole delegated, String target) {
    return delegated.getPaths().stream()
        .anyMatch(
            path ->
                path.equals(target)
                    || (path.endsWith("/*")
                        && target.startsWith(path.substring(0, path.length() - 1))
                        && target.indexOf('/', path.length() - 1) < 0));
  }

  /** With consistent snapshots the file's name begins with its hash. */
  private static String consistentName(String target, Hashes hashes) {
    @Nullable String sha512 = hashes.getSha512();
    int slash = target.lastIndexOf('/') + 1;
    return target.substring(0, slash)
        + (sha512 == null ? hashes.getSha256() : sha512)
        + "."
        + target.substring(slash);
  }

  private static void requireHashes(String what, byte[] content, Hashes hashes)
      throws IOException, GeneralSecurityException {
    @Nullable String sha256 = hashes.getSha256();
    @Nullable String sha512 = hashes.getSha512();
    boolean right =
        (sha256 != null || sha512 != null)
            && (sha256 == null || sha256.equals(hex("SHA-256", content)))
            && (sha512 == null || sha512.equals(hex("SHA-512", content)));
    if (!right) {
      throw new IOException(what + " has another hash than its metadata says");
    }
  }

  private static String hex(String algorithm, byte[] content) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
  }
}
