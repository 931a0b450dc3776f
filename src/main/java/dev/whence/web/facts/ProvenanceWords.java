package dev.whence.web.facts;

import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;

/** Says in words what a provenance states. Missing facts are left out. */
public final class ProvenanceWords {

  private static final String REFS_HEADS = "refs/heads/";
  private static final String REFS_TAGS = "refs/tags/";

  private ProvenanceWords() {}

  /**
   * Adds {@code from commit 9f3c2a1 (branch main) of github.com/nuxt/nuxt by the workflow
   * release.yml on …}.
   */
  public static void describe(Sentence.Writer out, Provenance provenance) {
    source(out, provenance);
    if (provenance.workflow() != null) {
      out.words(isGitlab(provenance) ? " by the pipeline " : " by the workflow ")
          .name(fileName(provenance.workflow().path()));
    }
    @Nullable String runner = runner(provenance.builder());
    if (runner != null) {
      out.words(" on " + runner);
    }
  }

  private static void source(Sentence.Writer out, Provenance provenance) {
    @Nullable SourceRepository source = provenance.source();
    if (source == null) {
      out.words(" from a repository that it does not name");
      return;
    }
    out.words(" from ");
    if (provenance.commit() != null) {
      out.words("commit ").name(Digest.commit(provenance.commit()).shortened());
      if (provenance.ref() != null) {
        out.words(" (").name(ref(provenance.ref())).words(")");
      }
      out.words(" of ");
    }
    out.name(name(source));
  }

  /** {@code github.com/nuxt/nuxt}. */
  public static String name(SourceRepository source) {
    return source.host() + "/" + source.owner() + "/" + source.name();
  }

  /** The kind of runner; absent if the certificate does not state it. */
  public static @Nullable String runner(@Nullable Builder builder) {
    return builder == null || builder.runnerEnvironment() == null
        ? null
        : runner(builder.runnerEnvironment());
  }

  /** {@code a GitHub-hosted runner}. */
  static String runner(String environment) {
    return switch (environment) {
      case "github-hosted" -> "a GitHub-hosted runner";
      case "gitlab-hosted" -> "a GitLab-hosted runner";
      case "self-hosted" -> "a self-hosted runner";
      default -> "a runner of the kind “" + environment + "”";
    };
  }

  /** {@code branch main}, {@code tag v4.1.2}; other refs as they are. */
  public static String ref(String ref) {
    if (ref.startsWith(REFS_HEADS)) {
      return "branch " + ref.substring(REFS_HEADS.length());
    }
    return ref.startsWith(REFS_TAGS) ? "tag " + ref.substring(REFS_TAGS.length()) : ref;
  }

  public static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean isGitlab(Provenance provenance) {
    return provenance.builder() != null && provenance.builder().provider() == CiProvider.GITLAB_CI;
  }
}
