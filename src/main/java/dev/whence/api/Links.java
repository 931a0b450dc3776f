package dev.whence.api;

import dev.whence.provenance.PackageName;
import dev.whence.provenance.SourceRepository;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Paths on this server. Without a host: then nothing a request says about hosts gets into an
 * answer, and the same facts have the same ETag everywhere.
 */
final class Links {

  static final String ROOT = "/api/v1";

  /** Between a repository and what belongs to it: no forge allows {@code -} as a name. */
  static final String OF_REPOSITORY = "/-/workflows/";

  private Links() {}

  static LinksJson toPackage(String name) {
    String path = segments(name);
    return new LinksJson(ROOT + "/packages/" + path, "/package/" + path);
  }

  static LinksJson toVersion(String name, String version) {
    String path = segments(name);
    String segment = segment(version);
    return new LinksJson(
        ROOT + "/packages/" + path + "/versions/" + segment, "/package/" + path + "/v/" + segment);
  }

  static String toVersions(PackageName name) {
    return toPackage(name.value()).self() + "/versions";
  }

  static LinksJson toHistory(String name) {
    LinksJson links = toPackage(name);
    return new LinksJson(links.self() + "/history", links.html() + "/history");
  }

  static String toRawAttestations(PackageName name, String version) {
    return toVersion(name.value(), version).self() + "/attestations";
  }

  static LinksJson toRepository(SourceRepository repository) {
    if (repository.isPassedOn() && repository.repositoryId() != null) {
      return toRepository(repository.host(), repository.repositoryId());
    }
    String path = path(repository);
    return new LinksJson(ROOT + "/repositories/" + path, "/repository/" + path);
  }

  /** By the forge's id. */
  private static LinksJson toRepository(String host, String id) {
    String path = "/repository-id/" + segment(host) + "/" + segment(id);
    return new LinksJson(ROOT + path, path);
  }

  static LinksJson toWorkflow(SourceRepository repository, String workflowPath) {
    return toWorkflow(toRepository(repository), workflowPath);
  }

  /** By the forge's id of the repository. */
  static LinksJson toWorkflow(String host, String id, String workflowPath) {
    return toWorkflow(toRepository(host, id), workflowPath);
  }

  private static LinksJson toWorkflow(LinksJson of, String workflowPath) {
    return new LinksJson(
        of.self() + OF_REPOSITORY + segments(workflowPath),
        of.html() + "/workflow/" + segments(workflowPath));
  }

  /** A value of a query parameter. */
  static String query(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String path(SourceRepository repository) {
    return segments(repository.host())
        + "/"
        + segments(repository.owner())
        + "/"
        + segments(repository.name());
  }

  /** Text as segments of a path: slashes stay, and so does the {@code @} of a scope. */
  private static String segments(String text) {
    return Arrays.stream(text.split("/", -1)).map(Links::segment).collect(Collectors.joining("/"));
  }

  /** Text as one segment, slashes and all. */
  private static String segment(String text) {
    return query(text).replace("+", "%20").replace("%40", "@");
  }
}
