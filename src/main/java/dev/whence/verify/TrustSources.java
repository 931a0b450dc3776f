package dev.whence.verify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where trust material comes from, the first that is there: files that the operator names, the last
 * good copy of what Sigstore's TUF repository said, the copy in the jar.
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
   * @param tufUrl absent where nothing may be asked
   */
  TrustSources(
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

  static TrustSources of(TrustConfig config, Clock clock) {
    return new TrustSources(
        config.trustedRoot(),
        config.npmKeys(),
        new TrustCache(config.cache().orElseGet(TrustCache::defaultFolder)),
        config.offline() ? Optional.empty() : Optional.of(config.tufUrl()),
        clock);
  }

  /** What is at hand on this machine, for commands that run without the application. */
  public static TrustMaterial local(Optional<Path> trustedRoot, Optional<Path> npmKeys, Clock clock)
      throws TrustException {
    TrustCache cache = new TrustCache(TrustCache.defaultFolder());
    return new TrustSources(trustedRoot, npmKeys, cache, Optional.empty(), clock)
        .atHand()
        .parse(clock.instant());
  }

  /**
   * Sigstore's staging instance, for commands. Its root changes often and none comes along, so its
   * TUF repository is asked; the last good copy serves where it does not answer.
   */
  public static TrustMaterial staging(Clock clock) throws TrustException {
    TrustCache cache = new TrustCache(TrustCache.defaultFolder().resolveSibling("trust-staging"));
    Optional<TufRepository> repository = Optional.of(TufRepository.staging(clock));
    try {
      return new TrustSources(Optional.empty(), Optional.empty(), repository, cache, clock)
          .refreshed()
          .parse(clock.instant());
    } catch (TrustException unreachable) {
      Optional<TrustDocuments> lastGood = cache.newest();
      if (lastGood.isEmpty()) {
        throw unreachable;
      }
      return lastGood.get().parse(clock.instant());
    }
  }

  /** What is at hand, without asking anybody. */
  TrustDocuments atHand() throws TrustException {
    return withFiles(onlyFiles() ? TrustDocuments.inJar() : lastGood());
  }

  /** Asks the sources again; the cache keeps what they say. */
  TrustDocuments refreshed() throws TrustException {
    return onlyFiles() || repository == null ? atHand() : withFiles(fetched(repository));
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
          trustedRoot.get() + " and " + npmKeys.get(),
          now);
    }
    if (trustedRoot.isPresent()) {
      Path file = trustedRoot.get();
      return rest.withTrustedRoot(TrustDocuments.read(file), file.toString(), now);
    }
    if (npmKeys.isPresent()) {
      Path file = npmKeys.get();
      return rest.withNpmKeys(TrustDocuments.read(file), file.toString(), now);
    }
    return rest;
  }

  private TrustDocuments lastGood() {
    try {
      Optional<TrustDocuments> newest = cache.newest();
      if (newest.isPresent()) {
        newest.get().parse(clock.instant());
        return newest.get();
      }
    } catch (TrustException damaged) {
      // The copy in the jar is older, but whole; the next refresh writes a new one.
      return TrustDocuments.inJar();
    }
    return TrustDocuments.inJar();
  }

  private TrustDocuments fetched(TufRepository from) throws TrustException {
    try {
      Path attempt = cache.begin();
      try {
        TrustDocuments documents = from.fetch(TrustCache.metadata(attempt));
        documents.parse(clock.instant());
        cache.commit(attempt, documents, clock.instant());
        return documents;
      } finally {
        TrustCache.delete(attempt);
      }
    } catch (IOException e) {
      throw new TrustException("cannot write the trust cache: " + e, e);
    }
  }
}
