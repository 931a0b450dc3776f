package dev.whence.verify.trust;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sources of trust material. The first available one counts: files that the operator names, the
 * last good copy of Sigstore's TUF repository, the copy in the jar.
 */
public final class TrustSources {

  private final Optional<Path> trustedRoot;
  private final Optional<Path> npmKeys;
  private final TrustCache cache;
  private final Clock clock;
  private final @Nullable TufRepository repository;

  /**
   * With a TUF repository to refresh from.
   *
   * @param tufUrl absent if no repository may be asked
   */
  public TrustSources(
      Optional<Path> trustedRoot,
      Optional<Path> npmKeys,
      TrustCache cache,
      Optional<URI> tufUrl,
      Clock clock) {
    this(trustedRoot, npmKeys, tufUrl.map(url -> new TufRepository(url, clock)), cache, clock);
  }

  private TrustSources(
      Optional<Path> trustedRoot,
      Optional<Path> npmKeys,
      Optional<TufRepository> repository,
      TrustCache cache,
      Clock clock) {
    this.trustedRoot = trustedRoot;
    this.npmKeys = npmKeys;
    this.cache = cache;
    this.clock = clock;
    this.repository = repository.orElse(null);
  }

  public static TrustSources of(TrustConfig config, Clock clock) {
    return new TrustSources(
        config.trustedRoot(),
        config.npmKeys(),
        new TrustCache(config.cache().orElseGet(TrustCache::defaultFolder)),
        config.offline() ? Optional.empty() : Optional.of(config.tufUrl()),
        clock);
  }

  /** The sources on this machine, for commands that run without the application. */
  public static TrustMaterial local(Optional<Path> trustedRoot, Optional<Path> npmKeys, Clock clock)
      throws TrustException {
    TrustCache cache = new TrustCache(TrustCache.defaultFolder());
    TrustSources sources = new TrustSources(trustedRoot, npmKeys, cache, Optional.empty(), clock);
    return sources.documents(sources.lastGood()).parse(clock.instant());
  }

  /**
   * Sigstore's staging instance, for commands. Its root changes often, so the jar has none. Its TUF
   * repository is asked; if it does not answer, the last good copy is used.
   */
  public static TrustMaterial staging(Clock clock) throws TrustException {
    TrustCache cache = new TrustCache(TrustCache.defaultFolder().resolveSibling("trust-staging"));
    Optional<TufRepository> repository = Optional.of(TufRepository.staging(clock));
    TrustSources sources =
        new TrustSources(Optional.empty(), Optional.empty(), repository, cache, clock);
    @Nullable TrustCopy lastGood = sources.lastGood();
    try {
      return sources.ask(lastGood).documents().withUnconfirmedNpmKeys().parse(clock.instant());
    } catch (TrustException unreachable) {
      if (lastGood == null) {
        throw unreachable;
      }
      return lastGood.documents().withUnconfirmedNpmKeys().parse(clock.instant());
    }
  }

  /** Whether there is a TUF repository to ask, and a document to ask it for. */
  public boolean asks() {
    return repository != null && usesCopies();
  }

  /** False if the operator's files replace both documents. */
  public boolean usesCopies() {
    return !onlyFiles();
  }

  /** The copy on this machine; null if there is none, or if it is damaged. */
  public @Nullable TrustCopy lastGood() {
    try {
      @Nullable TrustCopy newest = usesCopies() ? cache.newest().orElse(null) : null;
      if (newest != null) {
        newest.check(clock.instant());
      }
      return newest;
    } catch (TrustException damaged) {
      // The copy in the jar is older, but complete; the next copy replaces it.
      return null;
    }
  }

  /**
   * The material with this copy: the operator's files first, then the copy, then the copy in the
   * jar.
   */
  public TrustDocuments documents(@Nullable TrustCopy copy) throws TrustException {
    return withFiles(copy == null ? TrustDocuments.inJar() : copy.documents());
  }

  /**
   * Asks the TUF repository; the cache keeps the answer.
   *
   * @param lastGood the oldest copy that is accepted
   */
  public TrustCopy ask(@Nullable TrustCopy lastGood) throws TrustException {
    if (repository == null) {
      throw new TrustException("there is no TUF repository to be asked");
    }
    try {
      Path attempt = cache.begin(lastGood);
      try {
        TrustDocuments documents = repository.fetch(TrustCache.clientFolder(attempt));
        TrustCopy copy = TrustCopy.of(documents, clock.instant(), TrustCache.metadata(attempt));
        copy.check(clock.instant());
        cache.keep(copy);
        return copy;
      } finally {
        TrustCache.delete(attempt);
      }
    } catch (IOException e) {
      throw new TrustException(
          "cannot write the trust cache: " + e,
          "cannot write the trust cache: " + TrustDocuments.kind(e),
          e);
    }
  }

  /** Keeps a copy of another process for the next start. */
  public void keep(TrustCopy copy) throws IOException {
    cache.keep(copy);
  }

  private boolean onlyFiles() {
    return trustedRoot.isPresent() && npmKeys.isPresent();
  }

  private TrustDocuments withFiles(TrustDocuments rest) throws TrustException {
    Instant now = clock.instant();
    if (trustedRoot.isPresent() && npmKeys.isPresent()) {
      return new TrustDocuments(
          TrustDocuments.read(trustedRoot.get()),
          TrustDocuments.read(npmKeys.get()),
          TrustOrigin.files(trustedRoot.get(), npmKeys.get()),
          now,
          TrustConfirmation.NEVER);
    }
    if (trustedRoot.isPresent()) {
      Path file = trustedRoot.get();
      return rest.withTrustedRoot(TrustDocuments.read(file), TrustOrigin.file(file), now);
    }
    if (npmKeys.isPresent()) {
      Path file = npmKeys.get();
      return rest.withNpmKeys(TrustDocuments.read(file), TrustOrigin.file(file), now);
    }
    return rest;
  }
}
