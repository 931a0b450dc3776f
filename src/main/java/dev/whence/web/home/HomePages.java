package dev.whence.web.home;

import dev.whence.catalog.read.OverviewQueries;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The home page. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePages {

  private static final int ARRIVALS = 12;

  private final OverviewQueries overview;
  private final Frames frames;

  HomePages(OverviewQueries overview, Frames frames) {
    this.overview = overview;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance home(HomeView view);
  }

  @GET
  public TemplateInstance home() {
    Frame frame = frames.frame("Where npm packages come from", "/");
    return Templates.home(HomeView.of(overview.overview(ARRIVALS), frame));
  }
}
