package dev.whence.provenance;

import org.jspecify.annotations.Nullable;

/**
 * One provenance, in the same form for all formats. A fact that it does not state is absent;
 * nothing here is guessed.
 *
 * @param source the repository that was built
 * @param ref the git ref that was built: {@code refs/heads/main}
 * @param commit the git commit, hex
 * @param workflow the build definition
 * @param trigger the event that started the run: {@code push}, {@code workflow_dispatch}
 * @param runUrl the CI run, as people can open it
 * @param invocationId the predicate's own invocation id, unchanged
 * @param buildType the predicate's build type, a URI
 * @param builder what ran the build
 */
public record Provenance(
    @Nullable SourceRepository source,
    @Nullable String ref,
    @Nullable String commit,
    @Nullable Workflow workflow,
    @Nullable String trigger,
    @Nullable String runUrl,
    @Nullable String invocationId,
    @Nullable String buildType,
    @Nullable Builder builder) {}
