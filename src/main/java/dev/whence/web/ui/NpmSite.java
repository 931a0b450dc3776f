package dev.whence.web.ui;

import dev.whence.address.PagePaths;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses at npmjs.com. They exist only for packages of npm's own registry: another registry may
 * have packages of its own under the same names.
 */
public final class NpmSite {

  private static final String REGISTRY = "https://registry.npmjs.org";
  static final String SITE = "https://www.npmjs.com";

  private NpmSite() {}

  /** The page of a version; empty if the registry is not npm's. */
  public static Optional<Link> version(@Nullable String registry, String name, String version) {
    return link(registry, PagePaths.version(name, version));
  }

  public static Optional<Link> forPackage(@Nullable String registry, String name) {
    return link(registry, PagePaths.forPackage(name));
  }

  /** The page of an account. */
  public static Optional<Link> account(@Nullable String registry, String name) {
    return link(registry, "/~" + PagePaths.parameter(name));
  }

  private static Optional<Link> link(@Nullable String registry, String path) {
    return registry != null && registry.startsWith(REGISTRY)
        ? Link.to(SITE + path)
        : Optional.empty();
  }
}
