package dev.whence.crawl.jobs;

import dev.whence.catalog.state.FeedStore;
import dev.whence.catalog.state.FeedStore.Scope;
import dev.whence.catalog.state.FeedStore.State;
import dev.whence.provenance.PackageName;
import dev.whence.registry.npm.ChangesFeed;
import dev.whence.registry.npm.ChangesFetch;
import dev.whence.registry.npm.ChangesPage;
import dev.whence.registry.npm.FeedChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Reads the registry's changes feed page by page. The facts of a page and its last sequence number
 * are stored in one transaction. After a kill the page is read again; a second read changes
 * nothing.
 */
@ApplicationScoped
public class ChangesReader {

  private static final Logger LOG = Logger.getLogger(ChangesReader.class);

  private final ChangesFeed feed;
  private final FeedStore store;
  private final Clock clock;

  public ChangesReader(ChangesFeed feed, FeedStore store, Clock clock) {
    this.feed = feed;
    this.store = store;
    this.clock = clock;
  }

  /**
   * The result of reading the feed.
   *
   * @param lines the number of lines read
   * @param problem why it ended early, in a sentence; empty if it did not
   */
  public record Reading(long lines, Optional<String> problem) {

    static final Reading NOTHING = new Reading(0, Optional.empty());

    /** With another problem, if the feed had none. */
    Reading or(Optional<String> other) {
      return new Reading(lines, problem.or(() -> other));
    }
  }

  /**
   * Reads until nothing is new, or until it is asked to stop.
   *
   * @param onPage is run when the facts of a page are stored
   */
  public Reading read(Scope scope, Runnable onPage, BooleanSupplier stop) {
    long lines = 0;
    State reached = begin(scope);
    while (!stop.getAsBoolean()) {
      State before = reached;
      ChangesPage page;
      switch (feed.after(before.sequence())) {
        case ChangesFetch.Found found -> page = found.page();
        case ChangesFetch.Failed failed -> {
          return new Reading(lines, Optional.of(failed.reason()));
        }
      }
      if (page.lastSequence() < before.sequence()) {
        startOver(before, page.lastSequence());
        break;
      }
      reached = store(before, page);
      onPage.run();
      lines += page.lines();
      if (page.lines() == 0 || reached.sequence() == before.sequence()) {
        break;
      }
    }
    return new Reading(lines, Optional.empty());
  }

  private State begin(Scope scope) {
    String url = feed.url().toString();
    return store.state(url, scope).orElseGet(() -> new State(url, scope, 0, clock.instant(), null));
  }

  /**
   * The registry has started its sequence anew, as npm did once. So the whole feed is read again.
   * That begins with the next run, so that a feed with a changing sequence does not keep the
   * process busy.
   */
  private void startOver(State before, long last) {
    LOG.warnf(
        "The changes feed went back from %d to %d: it is read from its beginning",
        before.sequence(), last);
    Instant now = clock.instant();
    store.store(new State(before.url(), before.scope(), 0, now, now), List.of(), List.of());
  }

  private State store(State before, ChangesPage page) {
    List<PackageName> changed = page.changes().stream().map(FeedChange::name).toList();
    List<PackageName> added =
        before.scope() == Scope.ALL
            ? page.changes().stream()
                .filter(change -> !change.deleted())
                .map(FeedChange::name)
                .toList()
            : List.of();
    State reached =
        new State(before.url(), before.scope(), page.lastSequence(), clock.instant(), null);
    store.store(reached, changed, added);
    return reached;
  }
}
