package dev.whence.web.about;

import dev.whence.web.facts.CheckText;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The pages that explain the others. */
@Path("/about")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AboutPages {

  private final Frames frames;

  AboutPages(Frames frames) {
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance about(AboutView view);

    static native TemplateInstance checks(AboutChecksView view);

    static native TemplateInstance levels(LevelsView view);

    static native TemplateInstance states(StatesView view);
  }

  @GET
  public TemplateInstance about() {
    return Templates.about(new AboutView(frame("What is checked, and what it proves", "/about")));
  }

  @GET
  @Path("/checks")
  public TemplateInstance checks() {
    return Templates.checks(
        new AboutChecksView(frame("The twelve checks", "/about/checks"), CheckText.all()));
  }

  @GET
  @Path("/levels")
  public TemplateInstance levels() {
    return Templates.levels(
        new LevelsView(frame("SLSA Build levels", "/about/levels"), LevelText.all()));
  }

  @GET
  @Path("/states")
  public TemplateInstance states() {
    return Templates.states(
        new StatesView(frame("The states of a version", "/about/states"), StateText.all()));
  }

  private Frame frame(String title, String path) {
    return frames.frame(title, path);
  }
}
