package dev.whence.web.ui;

import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.ListFilter;
import dev.whence.catalog.PackageField;
import dev.whence.catalog.VersionField;
import dev.whence.provenance.SourceRepository;

/** Addresses of lists: where a number leads to what it counts. */
public final class Lists {

  public static final String PACKAGES = "/packages";
  public static final String VERSIONS = "/versions";

  private Lists() {}

  public static String packages(ListFilter<PackageField> filter) {
    return PACKAGES + filter.query();
  }

  public static String versions(ListFilter<VersionField> filter) {
    return VERSIONS + filter.query();
  }

  /** Versions whose state it is. */
  public static String versions(EvidenceWord evidence) {
    return versions(ListFilter.versions().with(VersionField.EVIDENCE, evidence));
  }

  /** Every known version of a package. */
  public static String versionsOf(String packageName) {
    return versions(ListFilter.versions().with(VersionField.PACKAGE, packageName));
  }

  /** A list of versions as CSV; the API owns the shape. */
  public static String versionsCsv(ListFilter<VersionField> filter) {
    return "/api/v1" + VERSIONS + ".csv" + filter.query();
  }

  /** What was built from a repository. */
  public static Built builtFrom(SourceRepository repository) {
    String name = name(repository);
    return new Built(
        ListFilter.packages().with(PackageField.REPOSITORY, name),
        ListFilter.versions().with(VersionField.REPOSITORY, name));
  }

  /** What was built by a workflow. */
  public static Built builtBy(SourceRepository repository, String file) {
    String name = name(repository) + "/-/" + file;
    return new Built(
        ListFilter.packages().with(PackageField.WORKFLOW, name),
        ListFilter.versions().with(VersionField.WORKFLOW, name));
  }

  private static String name(SourceRepository repository) {
    return repository.isPassedOn()
        ? repository.host() + "/" + repository.repositoryId()
        : repository.host() + "/" + repository.owner() + "/" + repository.name();
  }

  /** The packages and the versions that something built. */
  public record Built(ListFilter<PackageField> packages, ListFilter<VersionField> versions) {

    public String packagesPath() {
      return Lists.packages(packages);
    }

    public String versionsPath() {
      return Lists.versions(versions);
    }

    /** Those of which every check passed. */
    public String checkedPath() {
      return Lists.versions(versions.with(VersionField.EVIDENCE, EvidenceWord.VERIFIED));
    }

    /** Those of one package. */
    public Built of(String packageName) {
      return new Built(packages, versions.with(VersionField.PACKAGE, packageName));
    }
  }
}
