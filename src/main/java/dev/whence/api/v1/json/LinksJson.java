package dev.whence.api.v1.json;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.provenance.SourceRepository;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The addresses of a thing, as page and as JSON. */
@Schema(name = "Links", description = "Paths on this server.")
public record LinksJson(
    @Schema(description = "This, as JSON.") String self,
    @Schema(description = "The page of it.") String html) {

  public static LinksJson toPackage(String name) {
    return new LinksJson(JsonPaths.forPackage(name), PagePaths.forPackage(name));
  }

  static LinksJson toVersion(String name, String version) {
    return new LinksJson(JsonPaths.version(name, version), PagePaths.version(name, version));
  }

  public static LinksJson toHistory(String name) {
    return new LinksJson(JsonPaths.history(name), PagePaths.history(name));
  }

  public static LinksJson toRepository(SourceRepository repository) {
    return new LinksJson(JsonPaths.repository(repository), PagePaths.repository(repository));
  }

  public static LinksJson toWorkflow(SourceRepository repository, String path) {
    return new LinksJson(
        JsonPaths.workflow(repository, path), PagePaths.workflow(repository, path));
  }

  /** By the forge's id of the repository. */
  public static LinksJson toWorkflow(String host, String id, String path) {
    return new LinksJson(JsonPaths.workflow(host, id, path), PagePaths.workflow(host, id, path));
  }
}
