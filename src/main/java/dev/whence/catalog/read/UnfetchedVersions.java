package dev.whence.catalog.read;

import java.util.List;

/**
 * Versions that were removed before we could fetch them. Nothing proves what they were built from.
 *
 * @param versions the number of all of them
 * @param packages the number of packages that have such versions
 * @param listed the first of these packages, most such versions first
 */
public record UnfetchedVersions(long versions, long packages, List<OfPackage> listed) {

  public static final UnfetchedVersions NONE = new UnfetchedVersions(0, 0, List.of());

  /**
   * Those of one package.
   *
   * @param versions the number of all of them
   * @param newest some of them, the newest first
   */
  public record OfPackage(String name, long versions, List<String> newest) {}
}
