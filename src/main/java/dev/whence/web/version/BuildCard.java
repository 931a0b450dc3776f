package dev.whence.web.version;

import dev.whence.catalog.VersionDetail;
import dev.whence.insight.compare.Standing;
import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.facts.PublisherWords;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Forge;
import dev.whence.web.ui.Link;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card about the build: which workflow at which commit, which run, on what. */
final class BuildCard {

  private BuildCard() {}

  static Card of(VersionDetail version) {
    @Nullable Provenance provenance = version.summary().provenance();
    Card.Facts facts = new Card.Facts();
    if (provenance != null) {
      stated(facts, provenance);
    }
    facts.words(
        "published by",
        version.seen() ? PublisherWords.of(version.summary(), version.approver()) : "not known");
    return new Card(
        "build", "Build", provenance == null ? lead(version) : null, facts.list(), false);
  }

  private static Sentence lead(VersionDetail version) {
    return Sentence.of(
        Boolean.FALSE.equals(Standing.of(version.summary().evidence()).hasProvenance())
            ? "Nothing signed says how this was built."
            : "We do not know how this was built.");
  }

  private static void stated(Card.Facts facts, Provenance provenance) {
    if (provenance.workflow() != null) {
      facts.add("workflow", workflow(provenance, provenance.workflow()));
      if (provenance.workflow().ref() != null
          && !provenance.workflow().ref().equals(provenance.ref())) {
        facts.name("workflow at", ProvenanceWords.ref(provenance.workflow().ref()));
      }
    }
    if (provenance.runUrl() != null) {
      facts.add("run", run(provenance.runUrl()));
    }
    facts.name("trigger", provenance.trigger());
    if (provenance.builder() != null) {
      builder(facts, provenance.builder());
    }
  }

  private static Sentence workflow(Provenance provenance, Workflow workflow) {
    Sentence.Writer out = Sentence.write();
    @Nullable SourceRepository source = provenance.source();
    if (source == null) {
      return out.name(workflow.path()).end();
    }
    out.page(Paths.workflow(source, workflow.path()), workflow.path());
    @Nullable String commit = provenance.commit();
    if (commit == null) {
      return out.end();
    }
    Forge.file(source, commit, workflow.path())
        .ifPresent(
            link ->
                out.words(" · at that commit: ").link(link.as(SourceCard.shortened(link, commit))));
    return out.end();
  }

  private static Sentence run(String url) {
    Optional<Link> link = Link.to(url);
    return link.isPresent()
        ? Sentence.write().link(link.get()).end()
        : Sentence.write().name(url).end();
  }

  private static void builder(Card.Facts facts, Builder builder) {
    facts.words(
        "service",
        builder.provider() == CiProvider.OTHER
            ? "another CI service than we know"
            : builder.provider().title());
    @Nullable String runner = ProvenanceWords.runner(builder);
    facts.words("runner", runner == null ? "kind not stated" : runner);
    facts.name("builder", builder.id());
  }
}
