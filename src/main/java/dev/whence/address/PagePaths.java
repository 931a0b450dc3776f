package dev.whence.address;

import dev.whence.provenance.SourceRepository;

/** Paths of pages. */
public final class PagePaths {

  /** The pattern of a package's name in a route, scoped or not, with its slash encoded or not. */
  public static final String NAME = "/{name: (?:(?:@|%40)[^/]+/)?[^/]+}";

  public static final String REPOSITORIES = "/repositories";
  public static final String ADOPTION = "/adoption";
  public static final String STATUS = "/status";

  private PagePaths() {}

  public static String forPackage(String name) {
    return "/package/" + Segments.all(name);
  }

  public static String version(String name, String version) {
    return forPackage(name) + "/v/" + Segments.one(version);
  }

  /** All that changed of a package. */
  public static String history(String name) {
    return forPackage(name) + "/history";
  }

  /** The stored attestation response. */
  public static String attestations(String name, String version) {
    return version(name, version) + "/attestations.json";
  }

  /** By its names; by the forge's id where the names are another repository's now. */
  public static String repository(SourceRepository repository) {
    return Segments.repository(repository, "/repository/");
  }

  /** By the forge's id. */
  public static String repository(String host, String id) {
    return Segments.byId(host, id);
  }

  public static String workflow(SourceRepository repository, String path) {
    return repository(repository) + "/workflow/" + Segments.all(path);
  }

  /** By the forge's id of the repository. */
  public static String workflow(String host, String id, String path) {
    return repository(host, id) + "/workflow/" + Segments.all(path);
  }

  public static String search(String text) {
    return "/search?q=" + Segments.one(text);
  }

  /** A value of a query parameter. */
  public static String parameter(String value) {
    return Segments.one(value);
  }
}
