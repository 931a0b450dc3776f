package dev.whence.web.status;

import dev.whence.catalog.count.FreshnessStore;
import dev.whence.catalog.count.TrustGapStore;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.read.OverviewQueries;
import dev.whence.catalog.state.FeedStore;
import dev.whence.catalog.state.JobStore;
import dev.whence.web.form.PageParameters;
import dev.whence.web.ui.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** The state of the crawl and of the trust material. */
@Path("/status")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StatusPages {

  static final String PATH = "/status";

  private static final int PAGE_SIZE = 50;

  private static final PageParameters PARAMETERS = PageParameters.of(QueryParameter.page());

  private final OverviewQueries overview;
  private final FeedStore feeds;
  private final FreshnessStore freshness;
  private final JobStore jobs;
  private final TrustGapStore gaps;
  private final Frames frames;

  StatusPages(
      OverviewQueries overview,
      FeedStore feeds,
      FreshnessStore freshness,
      JobStore jobs,
      TrustGapStore gaps,
      Frames frames) {
    this.overview = overview;
    this.feeds = feeds;
    this.freshness = freshness;
    this.jobs = jobs;
    this.gaps = gaps;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance status(StatusView view);
  }

  @GET
  public TemplateInstance status(@Context UriInfo uri) {
    return Templates.status(
        StatusView.of(
            overview.crawl(PARAMETERS.read(uri).offset(PAGE_SIZE), PAGE_SIZE),
            overview.overview(0),
            overview.settings(),
            feeds.states(),
            freshness.freshness(),
            jobs.jobs(),
            gaps.gaps(),
            frames.frame("Crawl status", PATH).withJson("/api/v1/status")));
  }
}
