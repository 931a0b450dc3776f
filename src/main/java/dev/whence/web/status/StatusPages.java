package dev.whence.web.status;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.read.Installation;
import dev.whence.catalog.read.InstallationQueries;
import dev.whence.catalog.read.OverviewQueries;
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

  static final String PATH = PagePaths.STATUS;

  private static final int PAGE_SIZE = 50;

  private static final PageParameters PARAMETERS = PageParameters.of(QueryParameter.page());

  private final OverviewQueries overview;
  private final InstallationQueries installations;
  private final Frames frames;

  StatusPages(OverviewQueries overview, InstallationQueries installations, Frames frames) {
    this.overview = overview;
    this.installations = installations;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance status(StatusView view);
  }

  @GET
  public TemplateInstance status(@Context UriInfo uri) {
    Installation installation = installations.installation();
    return Templates.status(
        StatusView.of(
            overview.crawl(PARAMETERS.read(uri).offset(PAGE_SIZE), PAGE_SIZE),
            overview.overview(0),
            installation.settings(),
            installation.feeds(),
            installation.freshness(),
            installation.jobs(),
            installation.gaps(),
            frames.frame("Crawl status", PATH).withJson(JsonPaths.STATUS)));
  }
}
