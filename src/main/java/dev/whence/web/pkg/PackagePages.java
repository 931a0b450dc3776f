package dev.whence.web.pkg;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.Setting;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.read.HistoryQueries;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.read.PackageQueries;
import dev.whence.catalog.read.SearchQueries;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackageReference;
import dev.whence.web.facts.AskingAgain;
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
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The page of one package. */
@Path("/package")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PackagePages {

  /** A package name in a path, its scope written with a slash or encoded. */
  public static final String NAME = "/{name: (?:(?:@|%40)[^/]+/)?[^/]+}";

  /** The number of shown changes; a separate page has all. */
  private static final int RECENT = 5;

  private static final String SHOW = "show";

  private static final PageParameters PARAMETERS =
      PageParameters.of(QueryParameter.choice(SHOW, VersionFilter.class), QueryParameter.page());

  private final PackageQueries packages;
  private final HistoryQueries history;
  private final SearchQueries search;
  private final Frames frames;
  private final AskingAgain asking;

  PackagePages(
      PackageQueries packages,
      HistoryQueries history,
      SearchQueries search,
      Frames frames,
      AskingAgain asking) {
    this.packages = packages;
    this.history = history;
    this.search = search;
    this.frames = frames;
    this.asking = asking;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance overview(PackageView view);
  }

  @GET
  @Path(NAME)
  public TemplateInstance overview(@RestPath String name, @Context UriInfo uri) {
    Parameters given = PARAMETERS.read(uri);
    PackageName known = PackageName.parse(name).orElseThrow(() -> meant(name));
    PackageDetail found =
        packages.find(known).orElseThrow(() -> PackageNotFound.unknown(known, search.near(known)));
    Page<PackageEvent> recent =
        history.of(known, 0, RECENT).orElseThrow(() -> PackageNotFound.unknown(known));
    Frame frame =
        frames
            .frame(name, PagePaths.forPackage(name))
            .at(NavItem.PACKAGES)
            .searching(name)
            .withJson(JsonPaths.forPackage(name));
    return Templates.overview(
        PackageView.of(
            found,
            EventList.of(name, recent, history.since(known), frame),
            given.choice(SHOW, VersionFilter.class).orElse(VersionFilter.ALL),
            given.number(QueryParameter.PAGE, 1),
            frame,
            frames.settings().get(Setting.REGISTRY_URL),
            asking.at(frame)));
  }

  /** {@code /package/windrow/8.2.1}: the address of the version without its {@code v}. */
  @GET
  @Path("/{name: (?:(?:@|%40)[^/]+/[^/]+|[^@%/][^/]*)}/{version: [0-9][^/]*}")
  public TemplateInstance version(@RestPath String name, @RestPath String version) {
    throw meant(name + "@" + version);
  }

  /** Leads to what the text names if the catalog has it. */
  private RuntimeException meant(String text) {
    return PackageReference.read(text)
        .filter(search::isKnown)
        .<RuntimeException>map(PackagePages::moved)
        .orElseGet(() -> PackageNotFound.impossible(text));
  }

  private static RedirectionException moved(PackageReference reference) {
    String name = reference.name().value();
    @Nullable String version = reference.version();
    return new RedirectionException(
        Response.status(Response.Status.SEE_OTHER)
            .header(
                HttpHeaders.LOCATION,
                version == null ? PagePaths.forPackage(name) : PagePaths.version(name, version))
            .build());
  }
}
