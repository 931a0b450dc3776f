package dev.whence.planted.crawl;

import dev.sigstore.trustroot.SigstoreTrustedRoot;

/** Planted: sigstore-java outside verify. */
record CrawlUsesSigstore(SigstoreTrustedRoot root) {}
