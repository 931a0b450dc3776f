package dev.whence.web.pkg;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.read.HistoryQueries;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.provenance.PackageName;
import dev.whence.web.form.PageParameters;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.NavItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;

/** The page with all changes of one package in the registry. */
@Path("/package")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HistoryPages {

  private static final int PAGE_SIZE = 50;

  private static final PageParameters PARAMETERS = PageParameters.of(QueryParameter.page());

  /** Like {@link PackagePages#NAME}, but {@code @scope/history} is a package and not a history. */
  private static final String NAME =
      "/{name: (?:@|%40)(?:(?!%2[Ff])[^/])+/[^/]+|(?!(?:@|%40)(?:(?!%2[Ff])[^/])*/)[^/]+}";

  private final HistoryQueries history;
  private final Frames frames;

  HistoryPages(HistoryQueries history, Frames frames) {
    this.history = history;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance history(HistoryView view);
  }

  @GET
  @Path(NAME + "/history")
  public TemplateInstance history(@RestPath String name, @Context UriInfo uri) {
    int offset = PARAMETERS.read(uri).offset(PAGE_SIZE);
    PackageName known = PackageName.parse(name).orElseThrow(() -> PackageNotFound.impossible(name));
    Page<PackageEvent> found =
        history.of(known, offset, PAGE_SIZE).orElseThrow(() -> PackageNotFound.unknown(known));
    Frame frame =
        frames
            .frame("Edits of " + known + " in the registry", PagePaths.history(known.value()))
            .at(NavItem.PACKAGES)
            .searching(known.value())
            .withJson(JsonPaths.history(known.value()));
    return Templates.history(HistoryView.of(known.value(), found, history.since(known), frame));
  }
}
