package dev.whence.catalog;

/** How soon a package is crawled again. The first tier is crawled soonest. */
public enum RefreshTier {
  HOT,
  WARM,
  COOL,
  COLD
}
