package dev.whence.address;

import dev.whence.provenance.SourceRepository;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text as parts of a URL (RFC 3986). What needs no encoding stays as people write it. */
final class Segments {

  private Segments() {}

  /** One segment of a path, or the value of a parameter: slashes are encoded. */
  static String one(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%40", "@")
        .replace("%7E", "~");
  }

  /** Several segments: slashes stay. */
  static String all(String path) {
    return Arrays.stream(path.split("/", -1)).map(Segments::one).collect(Collectors.joining("/"));
  }

  /** A repository by its names: {@code github.com/nuxt/nuxt}. */
  static String names(SourceRepository repository) {
    return one(repository.host()) + "/" + all(repository.owner()) + "/" + one(repository.name());
  }

  /**
   * Where a repository is known under pages and JSON alike: by its id where its names passed on.
   */
  static String repository(SourceRepository repository, String byNames) {
    return repository.isPassedOn() && repository.repositoryId() != null
        ? byId(repository.host(), repository.repositoryId())
        : byNames + names(repository);
  }

  /** A repository by the forge's id. */
  static String byId(String host, String id) {
    return "/repository-id/" + one(host) + "/" + one(id);
  }
}
