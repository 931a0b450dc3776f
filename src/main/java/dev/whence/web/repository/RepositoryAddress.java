package dev.whence.web.repository;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path below {@code /repository/}: {@code host/owner/name}, or the same with {@code
 * /workflow/path} behind it. At GitLab the owner is a group path of several segments, and any of
 * them may be called {@code workflow}: then one path has several readings, and the catalog decides
 * which one exists.
 *
 * @param workflow the build definition's path; absent if the path names a repository
 */
record RepositoryAddress(String host, String owner, String name, @Nullable String workflow) {

  private static final String MARK = "workflow";

  /** GitLab nests groups twenty deep; workflow paths are not deeper than that either. */
  private static final int MAX_SEGMENTS = 48;

  /** Each reading costs a query. Real paths have one or two. */
  private static final int MAX_READINGS = 4;

  /** Every reading of a decoded path, the likeliest first; empty if the path is not valid. */
  static List<RepositoryAddress> readings(String path) {
    List<String> segments = Arrays.asList(path.split("/", MAX_SEGMENTS + 1));
    List<RepositoryAddress> readings = new ArrayList<>();
    if (segments.size() > MAX_SEGMENTS || segments.contains("")) {
      return readings;
    }
    for (int mark = 3; mark < segments.size() - 1; mark++) {
      if (segments.get(mark).equals(MARK) && readings.size() < MAX_READINGS) {
        String workflow = String.join("/", segments.subList(mark + 1, segments.size()));
        readings.add(of(segments.subList(0, mark), workflow));
      }
    }
    if (segments.size() >= 3) {
      readings.add(of(segments, null));
    }
    return readings;
  }

  private static RepositoryAddress of(List<String> names, @Nullable String workflow) {
    int last = names.size() - 1;
    return new RepositoryAddress(
        names.getFirst(), String.join("/", names.subList(1, last)), names.get(last), workflow);
  }
}
