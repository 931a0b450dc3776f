package dev.whence.web.pkg;

import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.facts.ProvenanceWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of each version's repository, one name per repository. A renamed repository has its
 * newest name and the earlier ones. If two repositories have had the same name, their ids are
 * added.
 */
final class SourceNames {

  /** A repository under all its names, the newest last. */
  private static final class Known {
    private SourceRepository newest;
    private final Set<String> names = new LinkedHashSet<>();

    private Known(SourceRepository first) {
      newest = first;
    }

    private void see(SourceRepository source) {
      newest = newest.repositoryId() != null && source.repositoryId() == null ? newest : source;
      String name = ProvenanceWords.name(source);
      names.remove(name);
      names.add(name);
    }

    private String title(boolean isShared) {
      List<String> all = new ArrayList<>(names);
      String name = all.removeLast();
      String id =
          isShared && newest.repositoryId() != null ? " (id " + newest.repositoryId() + ")" : "";
      return name + id + (all.isEmpty() ? "" : ", before: " + String.join(", ", all));
    }
  }

  private SourceNames() {}

  /** In the order given; null for a version that states no repository. */
  static List<@Nullable String> of(List<VersionSummary> ordered) {
    List<Known> known = new ArrayList<>();
    List<@Nullable Known> ofVersions = new ArrayList<>(ordered.size());
    for (VersionSummary version : ordered) {
      @Nullable Provenance stated = Strip.stated(version);
      @Nullable SourceRepository source = stated == null ? null : stated.source();
      ofVersions.add(source == null ? null : find(known, source));
    }
    Map<String, Integer> bearers = new HashMap<>();
    known.forEach(one -> one.names.forEach(name -> bearers.merge(name, 1, Integer::sum)));
    List<@Nullable String> titles = new ArrayList<>(ordered.size());
    for (@Nullable Known one : ofVersions) {
      titles.add(
          one == null
              ? null
              : one.title(Collections.max(one.names.stream().map(bearers::get).toList()) > 1));
    }
    return titles;
  }

  private static Known find(List<Known> known, SourceRepository source) {
    Known found =
        known.stream()
            .filter(one -> one.newest.isSame(source))
            .findFirst()
            .orElseGet(
                () -> {
                  Known created = new Known(source);
                  known.add(created);
                  return created;
                });
    found.see(source);
    return found;
  }
}
