package dev.whence.web.adoption;

import dev.whence.catalog.AdoptionQueries;
import dev.whence.insight.AdoptionSeries;
import dev.whence.insight.AdoptionStep;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.NavItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;

/** How provenance is adopted over time. */
@Path("/adoption")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AdoptionPages {

  private final AdoptionQueries adoption;
  private final Frames frames;
  private final Clock clock;

  AdoptionPages(AdoptionQueries adoption, Frames frames, Clock clock) {
    this.adoption = adoption;
    this.frames = frames;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance adoption(AdoptionView view);
  }

  @GET
  public TemplateInstance adoption() {
    AdoptionSeries series =
        AdoptionSeries.of(
            AdoptionStep.MONTH,
            adoption.days(),
            adoption.packagesByFirstProvenance(),
            LocalDate.now(clock));
    return Templates.adoption(
        AdoptionView.of(
            series,
            frames
                .frame("Adoption of provenance", AdoptionView.PATH)
                .at(NavItem.ADOPTION)
                .withJson("/api/v1/adoption")));
  }
}
