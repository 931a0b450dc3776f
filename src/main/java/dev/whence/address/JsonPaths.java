package dev.whence.address;

import dev.whence.provenance.SourceRepository;

/**
 * Paths of the JSON API. Without a host: then nothing a request says about hosts gets into an
 * answer, and the same facts have the same ETag everywhere.
 */
public final class JsonPaths {

  public static final String ROOT = "/api/v1";

  /** Between a repository and what belongs to it: no forge allows {@code -} as a name. */
  public static final String OF_REPOSITORY = "/-/workflows/";

  /**
   * A package name in a path, scoped or not, its slash encoded or not. An unscoped name cannot
   * start with {@code @scope/}, else {@code @scope/versions} would be the versions of {@code
   * @scope}.
   */
  public static final String NAME =
      "/{name: (?:@|%40)(?:(?!%2[Ff])[^/])+/[^/]+|(?!(?:@|%40)(?:(?!%2[Ff])[^/])*/)[^/]+}";

  public static final String REPOSITORIES = ROOT + "/repositories";
  public static final String ADOPTION = ROOT + "/adoption";
  public static final String STATUS = ROOT + "/status";
  public static final String OPENAPI = ROOT + "/openapi.json";

  private JsonPaths() {}

  public static String forPackage(String name) {
    return ROOT + "/packages/" + Segments.all(name);
  }

  public static String versions(String name) {
    return forPackage(name) + "/versions";
  }

  public static String version(String name, String version) {
    return versions(name) + "/" + Segments.one(version);
  }

  public static String history(String name) {
    return forPackage(name) + "/history";
  }

  /** The stored attestation response. */
  public static String attestations(String name, String version) {
    return version(name, version) + "/attestations";
  }

  /** By its names; by the forge's id where the names are another repository's now. */
  public static String repository(SourceRepository repository) {
    return ROOT + Segments.repository(repository, "/repositories/");
  }

  /** By the forge's id. */
  public static String repository(String host, String id) {
    return ROOT + Segments.byId(host, id);
  }

  public static String workflow(SourceRepository repository, String path) {
    return repository(repository) + OF_REPOSITORY + Segments.all(path);
  }

  /** By the forge's id of the repository. */
  public static String workflow(String host, String id, String path) {
    return repository(host, id) + OF_REPOSITORY + Segments.all(path);
  }
}
