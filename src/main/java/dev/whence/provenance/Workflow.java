package dev.whence.provenance;

import org.jspecify.annotations.Nullable;

/**
 * The build definition that a CI run followed.
 *
 * @param path the file in its repository: {@code .github/workflows/release.yml}; at GitLab the
 *     configuration file if the certificate names it
 * @param ref the git ref that the file was taken from, absent if nothing stated it
 */
public record Workflow(String path, @Nullable String ref) {}
