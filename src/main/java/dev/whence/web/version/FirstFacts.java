package dev.whence.web.version;

import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import dev.whence.provenance.bundle.Attestation;
import dev.whence.provenance.bundle.LogEntry;
import dev.whence.web.facts.ClaimWords;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.facts.PublisherWords;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.NpmSite;
import dev.whence.web.ui.Sentence;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first screen's facts: the origin of a version in five lines, each with one link.
 *
 * @param lead says how reliable the lines are, if they are not proven; otherwise absent
 */
public record FirstFacts(@Nullable String lead, List<Line> lines) {

  private static final Pattern GITHUB_RUN =
      Pattern.compile("https://github\\.com/.*/actions/runs/(\\d+)(?:/attempts/(\\d+))?");

  /**
   * A fact in one line.
   *
   * @param what the copy button copies, in one word
   * @param copy the whole value or address; absent if there is nothing to copy
   */
  public record Line(String label, Sentence value, String what, @Nullable String copy) {}

  static FirstFacts of(
      VersionDetail version, Optional<Attestation> attestation, @Nullable String registry) {
    @Nullable Provenance provenance = version.summary().provenance();
    List<Line> lines = new ArrayList<>();
    if (provenance != null) {
      commit(lines, provenance);
      workflow(lines, provenance);
      run(lines, provenance);
      attestation.map(Attestation::logEntry).ifPresent(entry -> lines.add(logEntry(entry)));
    }
    lines.add(publisher(version, registry));
    return new FirstFacts(
        provenance == null ? null : lead(version.summary().evidence()), List.copyOf(lines));
  }

  private static @Nullable String lead(Evidence evidence) {
    return switch (evidence) {
      case REJECTED -> "The rejected provenance claims this; only “Published by” comes from npm:";
      case INCONCLUSIVE -> "The provenance says this, and we could not make every check:";
      case NOT_CHECKED -> "The provenance says this, and we have not checked it yet:";
      case VERIFIED,
          NONE,
          UNKNOWN,
          REMOVED,
          NOT_FETCHED,
          REFUSED,
          FAILING,
          NOT_FOUND,
          UNREADABLE,
          PUBLISH_ONLY ->
          null;
    };
  }

  private static void commit(List<Line> lines, Provenance provenance) {
    @Nullable String commit = provenance.commit();
    if (commit == null) {
      return;
    }
    @Nullable SourceRepository source = provenance.source();
    String text =
        (source == null ? "" : source.owner() + "/" + source.name() + "@")
            + Digest.commit(commit).shortened();
    lines.add(new Line("Source commit", at(Forge.commit(source, commit), text), "commit", commit));
  }

  private static void workflow(List<Line> lines, Provenance provenance) {
    @Nullable Workflow workflow = provenance.workflow();
    if (workflow == null) {
      return;
    }
    @Nullable String commit = provenance.commit();
    Optional<Link> file = Forge.file(provenance.source(), commit, workflow.path());
    String name = ProvenanceWords.fileName(workflow.path());
    String text = commit == null ? name : name + "@" + Digest.commit(commit).shortened();
    lines.add(
        new Line(
            "Workflow file",
            at(file, text),
            "workflow",
            file.map(Link::href).orElse(workflow.path())));
  }

  private static void run(List<Line> lines, Provenance provenance) {
    @Nullable String url = provenance.runUrl();
    if (url != null) {
      lines.add(new Line("Build run", at(Link.to(url), run(url)), "run", url));
    }
  }

  /** {@code run 17686742434, attempt 1}; the address itself if it has another form. */
  static String run(String url) {
    Matcher run = GITHUB_RUN.matcher(url);
    if (!run.matches()) {
      return url.replaceFirst("^https://", "");
    }
    return "run " + run.group(1) + (run.group(2) == null ? "" : ", attempt " + run.group(2));
  }

  private static Line logEntry(LogEntry entry) {
    @Nullable Long index = entry.logIndex();
    return new Line(
        "Log entry", LogWords.linked(entry), "entry", index == null ? null : String.valueOf(index));
  }

  private static Line publisher(VersionDetail version, @Nullable String registry) {
    @Nullable String who =
        version.seen() ? PublisherWords.of(version.summary(), version.approver()) : null;
    return new Line(
        "Published by",
        who == null ? Sentence.of("not known") : publisher(version.summary(), who, registry),
        "publisher",
        who);
  }

  static Sentence publisher(VersionSummary version, String who, @Nullable String registry) {
    @Nullable Provenance provenance = version.provenance();
    if (version.trustedPublisher() == null) {
      return NpmSite.account(registry, String.valueOf(version.publisher()))
          .map(link -> at(Optional.of(link), who))
          .orElseGet(() -> Sentence.of(who));
    }
    return provenance == null
            || provenance.source() == null
            || !ClaimWords.isProven(version.evidence())
        ? Sentence.of(who)
        : Sentence.write().page(PagePaths.repository(provenance.source()), who).end();
  }

  /** The link with a short text and the name of its site. */
  private static Sentence at(Optional<Link> link, String text) {
    return link.map(
            to ->
                Sentence.write()
                    .link(to.as(text))
                    .words(" on " + URI.create(to.href()).getHost())
                    .end())
        .orElseGet(() -> Sentence.write().name(text).end());
  }
}
