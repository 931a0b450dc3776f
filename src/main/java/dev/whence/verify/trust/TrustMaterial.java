package dev.whence.verify.trust;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.sigstore.timestamp.client.TimestampVerifier;
import dev.sigstore.trustroot.CertificateAuthority;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import dev.sigstore.trustroot.TransparencyLog;
import dev.sigstore.trustroot.ValidFor;
import dev.whence.verify.crypto.Crypto;
import dev.whence.verify.crypto.Validity;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trust material of verdicts, parsed once: Sigstore's certificate authorities, logs and
 * timestamp authorities, and npm's keys.
 */
public final class TrustMaterial {

  /**
   * Its origin.
   *
   * @param origin in words for pages and JSON: the name of a file, Sigstore's TUF repository, or
   *     the copy in the jar
   * @param digest SHA-256 over both documents, hex
   */
  public record Description(String origin, String digest, Instant loadedAt) {}

  /**
   * A certificate authority.
   *
   * @param chain its certificates, the leaf's issuer first
   * @param subject the issuer's name in DER
   * @param name the same for people
   * @param keyHash SHA-256 of the issuer's public key
   */
  public record Authority(
      List<X509Certificate> chain, Validity validity, byte[] subject, String name, byte[] keyHash) {

    static Authority of(List<X509Certificate> chain, Validity validity) {
      X509Certificate issuer = chain.getFirst();
      return new Authority(
          chain,
          validity,
          issuer.getSubjectX500Principal().getEncoded(),
          issuer.getSubjectX500Principal().getName(),
          Crypto.sha256(issuer.getPublicKey().getEncoded()));
    }

    private boolean signed(X509Certificate leaf) {
      try {
        leaf.verify(chain.getFirst().getPublicKey());
        return true;
      } catch (GeneralSecurityException wrongKey) {
        return false;
      }
    }
  }

  /** A transparency log, of entries or of certificates. */
  public record Log(byte[] id, PublicKey key, Validity validity, String baseUrl) {}

  private final List<Authority> authorities;
  private final List<Log> logs;
  private final List<Log> certificateLogs;
  private final @Nullable Supplier<TimestampVerifier> timestamps;
  private final List<X509Certificate> timestampAuthorities;
  private final NpmKeys npmKeys;
  private final Description description;
  private final TrustConfirmation confirmed;

  private TrustMaterial(
      SigstoreTrustedRoot root,
      NpmKeys npmKeys,
      Description description,
      TrustConfirmation confirmed)
      throws GeneralSecurityException {
    this.authorities = authorities(root.getCAs());
    this.logs = logs(root.getTLogs());
    this.certificateLogs = logs(root.getCTLogs());
    this.timestamps =
        root.getTSAs().isEmpty() ? null : Suppliers.memoize(() -> timestampVerifier(root));
    this.timestampAuthorities =
        root.getTSAs().stream().flatMap(authority -> certificates(authority).stream()).toList();
    this.npmKeys = npmKeys;
    this.description = description;
    this.confirmed = confirmed;
  }

  /** Reads documents that no source has confirmed. */
  public static TrustMaterial parse(
      byte[] trustedRoot, byte[] npmKeys, String origin, Instant loadedAt) throws TrustException {
    return parse(trustedRoot, npmKeys, origin, loadedAt, TrustConfirmation.NEVER);
  }

  /** Reads documents whose origin is no file of this machine. */
  public static TrustMaterial parse(
      byte[] trustedRoot,
      byte[] npmKeys,
      String origin,
      Instant loadedAt,
      TrustConfirmation confirmed)
      throws TrustException {
    return parse(trustedRoot, npmKeys, TrustOrigin.of(origin), loadedAt, confirmed);
  }

  /**
   * Reads both documents.
   *
   * @param trustedRoot Sigstore's trusted_root.json
   * @param npmKeys keys.json, of the registry or of TUF
   */
  static TrustMaterial parse(
      byte[] trustedRoot,
      byte[] npmKeys,
      TrustOrigin origin,
      Instant loadedAt,
      TrustConfirmation confirmed)
      throws TrustException {
    String digest = HexFormat.of().formatHex(Crypto.sha256(trustedRoot, npmKeys));
    try {
      NpmKeys keys = NpmKeys.parse(npmKeys);
      TrustedRootForm.require(trustedRoot);
      SigstoreTrustedRoot root = SigstoreTrustedRoot.from(new ByteArrayInputStream(trustedRoot));
      if (root.getCAs().isEmpty()) {
        throw new TrustException("the trusted root names no certificate authority");
      }
      Description description = new Description(origin.published(), digest, loadedAt);
      return new TrustMaterial(root, keys, description, confirmed);
    } catch (TrustException e) {
      throw unusable(origin, e.published(), e);
    } catch (SigstoreConfigurationException | GeneralSecurityException | RuntimeException e) {
      throw unusable(origin, "the trusted root cannot be read: " + reason(e), e);
    }
  }

  private static TrustException unusable(TrustOrigin origin, String problem, Exception cause) {
    return new TrustException(
        origin.full() + ": " + problem, origin.published() + ": " + problem, cause);
  }

  /** The library puts the cause into its own sentence. */
  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  /** When its source last confirmed it. */
  public TrustConfirmation confirmed() {
    return confirmed;
  }

  public Description description() {
    return description;
  }

  /**
   * The trusted authorities whose key signed the certificate. One key can be listed twice, for two
   * times. Only one key can have signed it, so each is tried once, the latest first.
   */
  public List<Authority> issuers(X509Certificate leaf) {
    byte[] name = leaf.getIssuerX500Principal().getEncoded();
    List<Authority> named =
        authorities.stream().filter(one -> Arrays.equals(one.subject(), name)).toList();
    Set<ByteBuffer> tried = new HashSet<>();
    for (Authority authority : named.reversed()) {
      if (tried.add(ByteBuffer.wrap(authority.keyHash())) && authority.signed(leaf)) {
        return named.stream()
            .filter(one -> Arrays.equals(one.keyHash(), authority.keyHash()))
            .toList();
      }
    }
    return List.of();
  }

  public Optional<Log> log(byte[] id) {
    return find(logs, id);
  }

  public Optional<Log> certificateLog(byte[] id) {
    return find(certificateLogs, id);
  }

  /** False for instances with timestamps only, such as GitHub's for private repositories. */
  public boolean hasLogs() {
    return !logs.isEmpty();
  }

  public boolean hasCertificateLogs() {
    return !certificateLogs.isEmpty();
  }

  public Optional<TimestampVerifier> timestamps() {
    return Optional.ofNullable(timestamps).map(Supplier::get);
  }

  /** The certificates of every trusted timestamp authority, issuers included. */
  public List<X509Certificate> timestampAuthorities() {
    return timestampAuthorities;
  }

  /** Made when first needed: it loads a whole crypto library, and few bundles have timestamps. */
  private static TimestampVerifier timestampVerifier(SigstoreTrustedRoot root) {
    try {
      return TimestampVerifier.newTimestampVerifier(root);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the root's timestamp authorities were read before", e);
    }
  }

  public NpmKeys npmKeys() {
    return npmKeys;
  }

  private static Optional<Log> find(List<Log> logs, byte[] id) {
    return logs.stream().filter(log -> Arrays.equals(log.id(), id)).findFirst();
  }

  private static List<Authority> authorities(List<CertificateAuthority> listed)
      throws GeneralSecurityException {
    List<Authority> authorities = new ArrayList<>();
    for (CertificateAuthority authority : listed) {
      List<X509Certificate> chain = certificates(authority);
      for (int i = 0; i + 1 < chain.size(); i++) {
        chain.get(i).verify(chain.get(i + 1).getPublicKey());
      }
      authorities.add(Authority.of(chain, validity(authority.getValidFor())));
    }
    return List.copyOf(authorities);
  }

  private static List<X509Certificate> certificates(CertificateAuthority authority) {
    return authority.getCertPath().getCertificates().stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static List<Log> logs(List<TransparencyLog> listed) throws GeneralSecurityException {
    List<Log> logs = new ArrayList<>();
    for (TransparencyLog log : listed) {
      logs.add(
          new Log(
              log.getLogId().getKeyId(),
              Crypto.publicKey(log.getPublicKey().getRawBytes()),
              validity(log.getPublicKey().getValidFor()),
              log.getBaseUrl().toString()));
    }
    return List.copyOf(logs);
  }

  private static Validity validity(ValidFor validFor) {
    return new Validity(validFor.getStart(), validFor.getEnd().orElse(null));
  }
}
