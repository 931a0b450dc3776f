package dev.whence.web.version;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import dev.whence.web.facts.ClaimWords;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Card;
import dev.whence.web.ui.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The card about the build: the workflow and its commit, the run, and the runner. */
final class BuildCard {

  private static final Pattern RUN_NUMBER =
      Pattern.compile("/(?:actions/runs|-/jobs|-/pipelines)/([0-9]{1,20})");

  private BuildCard() {}

  static Card of(VersionDetail version) {
    @Nullable Provenance provenance = version.summary().provenance();
    Card.Facts facts = new Card.Facts();
    if (provenance != null) {
      stated(facts, provenance);
    }
    return new Card(
        "build",
        provenance == null ? "Build" : ClaimWords.title("Build", version.summary().evidence()),
        provenance == null ? lead(version) : null,
        facts.list(),
        false);
  }

  private static Sentence lead(VersionDetail version) {
    return Sentence.of(
        Boolean.FALSE.equals(version.summary().hasProvenance())
            ? "No signed record says how this was built."
            : "We do not know how this was built.");
  }

  private static void stated(Card.Facts facts, Provenance provenance) {
    if (provenance.workflow() != null) {
      facts.add("workflow", workflow(provenance.source(), provenance.workflow()));
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

  private static Sentence workflow(@Nullable SourceRepository source, Workflow workflow) {
    Sentence.Writer out = Sentence.write();
    if (source == null) {
      return out.name(workflow.path()).end();
    }
    return out.page(PagePaths.workflow(source, workflow.path()), workflow.path()).end();
  }

  /** The versions that the run published. The first screen has the link to the run itself. */
  private static Sentence run(String url) {
    Matcher number = RUN_NUMBER.matcher(url);
    return number.find()
        ? Sentence.write()
            .page(
                ListPaths.versions(ListFilter.versions().with(VersionField.RUN, number.group(1))),
                "all versions of run " + number.group(1))
            .end()
        : Sentence.write().name(url).end();
  }

  private static void builder(Card.Facts facts, Builder builder) {
    facts.words(
        "service",
        builder.provider() == CiProvider.OTHER
            ? "a CI service that we do not know"
            : builder.provider().title());
    @Nullable String runner = ProvenanceWords.runner(builder);
    facts.words("runner", runner == null ? "not stated" : runner);
    facts.name("builder", builder.id());
  }
}
