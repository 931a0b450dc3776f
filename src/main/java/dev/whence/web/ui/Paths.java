package dev.whence.web.ui;

import dev.whence.provenance.SourceRepository;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses of our own pages. The only place that puts names into URLs. */
public final class Paths {

  private Paths() {}

  public static String forPackage(String name) {
    return "/package/" + segments(name);
  }

  public static String version(String name, String version) {
    return forPackage(name) + "/v/" + segment(version);
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
    return repository.isPassedOn() && repository.repositoryId() != null
        ? "/repository-id/" + segment(repository.host()) + "/" + segment(repository.repositoryId())
        : "/repository/" + names(repository);
  }

  private static String names(SourceRepository repository) {
    return segment(repository.host())
        + "/"
        + segments(repository.owner())
        + "/"
        + segment(repository.name());
  }

  public static String workflow(SourceRepository repository, String path) {
    return repository(repository) + "/workflow/" + segments(path);
  }

  public static String search(String text) {
    return "/search?q=" + segment(text);
  }

  /** Our JSON about a package; the API owns the shape. */
  public static String packageJson(String name) {
    return "/api/v1/packages/" + segment(name);
  }

  public static String historyJson(String name) {
    return packageJson(name) + "/history";
  }

  public static String versionJson(String name, String version) {
    return packageJson(name) + "/versions/" + segment(version);
  }

  public static String repositoryJson(SourceRepository repository) {
    String page = repository(repository);
    return page.startsWith("/repository-id/")
        ? "/api/v1" + page
        : "/api/v1/repositories/" + names(repository);
  }

  public static String workflowJson(SourceRepository repository, String path) {
    return repositoryJson(repository) + "/-/workflows/" + segments(path);
  }

  /** A value of a query parameter. */
  public static String parameter(String value) {
    return segment(value);
  }

  private static String segments(String path) {
    return Arrays.stream(path.split("/", -1)).map(Paths::segment).collect(Collectors.joining("/"));
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%40", "@")
        .replace("%7E", "~");
  }
}
