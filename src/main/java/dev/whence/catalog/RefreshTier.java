package dev.whence.catalog;

/** How soon a package is looked at again, the soonest first. */
public enum RefreshTier {
  HOT,
  WARM,
  COOL,
  COLD
}
