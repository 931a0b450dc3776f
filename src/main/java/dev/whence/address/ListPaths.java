package dev.whence.address;

import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.VersionField;
import dev.whence.provenance.Slug;
import dev.whence.provenance.SourceRepository;
import java.util.stream.Collectors;

/** Addresses of lists: where a number leads to what it counts. */
public final class ListPaths {

  public static final String PACKAGES = "/packages";
  public static final String VERSIONS = "/versions";

  private ListPaths() {}

  public static String packages(ListFilter<PackageField> filter) {
    return PACKAGES + query(filter);
  }

  public static String versions(ListFilter<VersionField> filter) {
    return VERSIONS + query(filter);
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
    return JsonPaths.ROOT + VERSIONS + ".csv" + query(filter);
  }

  /** The parameters of an address, in the fields' order: {@code ?evidence=verified}; or nothing. */
  public static String query(ListFilter<?> filter) {
    return filter.values().isEmpty()
        ? ""
        : filter.values().entrySet().stream()
            .map(entry -> entry.getKey().slug() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** The parameters of an address with a list's order among them; the usual one needs none. */
  public static String query(ListFilter<?> filter, Enum<?> order) {
    Enum<?> usual = order.getDeclaringClass().getEnumConstants()[0];
    return order.equals(usual)
        ? query(filter)
        : query(filter) + (filter.values().isEmpty() ? "?" : "&") + "sort=" + Slug.of(order);
  }

  private static String encoded(String value) {
    return Segments.one(value).replace("%2F", "/");
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
      return ListPaths.packages(packages);
    }

    public String versionsPath() {
      return ListPaths.versions(versions);
    }

    /** Those of which every check passed. */
    public String checkedPath() {
      return ListPaths.versions(versions.with(VersionField.EVIDENCE, EvidenceWord.VERIFIED));
    }

    /** Those of one package. */
    public Built of(String packageName) {
      return new Built(packages, versions.with(VersionField.PACKAGE, packageName));
    }
  }
}
