package dev.whence.web.list;

import dev.whence.address.ListPaths;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.read.ListQueries;
import dev.whence.catalog.read.UnfetchedQueries;
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
import java.util.Map;

/** The list of packages and the list of versions. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ListPages {

  private static final int PAGE_SIZE = 50;

  private final ListQueries lists;
  private final UnfetchedQueries unfetched;
  private final Frames frames;

  ListPages(ListQueries lists, UnfetchedQueries unfetched, Frames frames) {
    this.lists = lists;
    this.unfetched = unfetched;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance packages(PackagesView view);

    static native TemplateInstance versions(VersionsView view);
  }

  @GET
  @Path(ListPaths.PACKAGES)
  public TemplateInstance packages(@Context UriInfo uri) {
    Parameters given = PackagesView.PARAMETERS.read(uri);
    ListFilter<PackageField> filter = given.filter(PackageField.class);
    PackageOrder order = given.sort(PackageOrder.class);
    Frame frame = frames.frame("Packages", ListPaths.packages(filter)).at(NavItem.PACKAGES);
    return Templates.packages(
        PackagesView.of(
            lists.packages(filter, order, given.offset(PAGE_SIZE), PAGE_SIZE),
            filter,
            order,
            frame));
  }

  @GET
  @Path(ListPaths.VERSIONS)
  public TemplateInstance versions(@Context UriInfo uri) {
    Parameters given = VersionsView.PARAMETERS.read(uri);
    ListFilter<VersionField> filter = given.filter(VersionField.class);
    VersionOrder order = given.sort(VersionOrder.class);
    Frame frame = frames.frame("Versions", ListPaths.versions(filter)).at(NavItem.PACKAGES);
    return Templates.versions(
        VersionsView.of(
            lists.versions(filter, order, given.offset(PAGE_SIZE), PAGE_SIZE),
            VersionsView.tellsStates(filter) ? lists.states(filter) : Map.of(),
            unfetched.besides(filter),
            filter,
            order,
            frame));
  }
}
