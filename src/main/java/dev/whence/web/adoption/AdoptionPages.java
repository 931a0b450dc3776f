package dev.whence.web.adoption;

import dev.whence.address.JsonPaths;
import dev.whence.catalog.Setting;
import dev.whence.catalog.count.AdoptionQueries;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.read.OverviewQueries;
import dev.whence.insight.adoption.AdoptionSeries;
import dev.whence.insight.adoption.AdoptionStep;
import dev.whence.web.error.PageNotFoundException;
import dev.whence.web.form.PageParameters;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.When;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestPath;

/** The adoption of provenance over time. */
@Path("/adoption")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AdoptionPages {

  private static final String ALL = "all";
  private static final String MONTHS = "months";

  private static final PageParameters PARAMETERS =
      PageParameters.of(QueryParameter.words(MONTHS, ALL));

  private final AdoptionQueries adoption;
  private final OverviewQueries overview;
  private final Frames frames;
  private final Clock clock;

  AdoptionPages(AdoptionQueries adoption, OverviewQueries overview, Frames frames, Clock clock) {
    this.adoption = adoption;
    this.overview = overview;
    this.frames = frames;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance adoption(AdoptionView view);

    static native TemplateInstance picture(ChartPicture view);
  }

  /** The page: with {@code months=all} it shows all months, otherwise the latest ones. */
  @GET
  public TemplateInstance adoption(@Context UriInfo uri) {
    boolean isWhole = PARAMETERS.read(uri).get(MONTHS).isPresent();
    Frame frame =
        frames
            .frame("Adoption of provenance", AdoptionView.PATH)
            .at(NavItem.ADOPTION)
            .withJson(JsonPaths.ADOPTION);
    return Templates.adoption(AdoptionView.of(series(), isWhole, source(frame), frame));
  }

  private AdoptionSource source(Frame frame) {
    return new AdoptionSource(
        frames.settings().get(Setting.REGISTRY_URL),
        overview.lastCrawlAt().map(frame::when).orElse(null));
  }

  /** One chart of the page, as a file of its own. */
  @GET
  @Path("/{chart: [a-z-]+}.svg")
  @Produces("image/svg+xml")
  public String picture(@RestPath String chart) {
    When now = When.of(clock.instant(), clock.instant());
    return AdoptionCharts.of(series().sinceFirstVerified())
        .all()
        .filter(drawn -> drawn.id().equals(chart))
        .findFirst()
        .map(drawn -> Templates.picture(ChartPicture.of(drawn, now)).render())
        .orElseThrow(
            () ->
                new PageNotFoundException(
                    "No such chart",
                    "There is no chart “" + chart + "”, or nothing to draw in it yet.",
                    "The page about adoption has all the charts."));
  }

  private AdoptionSeries series() {
    return AdoptionSeries.of(
        AdoptionStep.MONTH,
        adoption.days(),
        adoption.packagesByFirstVersion(),
        adoption.packagesByFirstProvenance(),
        adoption.undated(),
        LocalDate.now(clock));
  }
}
