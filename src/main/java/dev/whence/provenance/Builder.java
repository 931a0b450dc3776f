package dev.whence.provenance;

import org.jspecify.annotations.Nullable;

/**
 * What ran the build.
 *
 * @param id the predicate's builder id, a URI
 * @param provider the CI service
 * @param runnerEnvironment {@code github-hosted}, {@code self-hosted}, {@code gitlab-hosted}; from
 *     the certificate, absent in certificates of early 2023
 */
public record Builder(String id, CiProvider provider, @Nullable String runnerEnvironment) {}
