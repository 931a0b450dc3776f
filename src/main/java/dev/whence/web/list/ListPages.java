package dev.whence.web.list;

import dev.whence.catalog.ListFilter;
import dev.whence.catalog.ListQueries;
import dev.whence.catalog.PackageField;
import dev.whence.catalog.PackageOrder;
import dev.whence.catalog.VersionField;
import dev.whence.catalog.VersionOrder;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.Lists;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.Pager;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The list of packages and the list of versions. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ListPages {

  private static final int PAGE_SIZE = 50;

  private final ListQueries lists;
  private final Frames frames;

  ListPages(ListQueries lists, Frames frames) {
    this.lists = lists;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance packages(PackagesView view);

    static native TemplateInstance versions(VersionsView view);
  }

  @GET
  @Path(Lists.PACKAGES)
  public TemplateInstance packages(
      @RestQuery @Nullable String sort, @RestQuery @Nullable String page, @Context UriInfo uri) {
    ListFilter<PackageField> filter =
        ListFilter.of(PackageField.class, uri.getQueryParameters()::getFirst);
    PackageOrder order = Heading.order(PackageOrder.class, sort);
    Frame frame = frames.frame("Packages", Lists.packages(filter)).at(NavItem.PACKAGES);
    return Templates.packages(
        PackagesView.of(
            lists.packages(filter, order, offset(page), PAGE_SIZE), filter, order, frame));
  }

  @GET
  @Path(Lists.VERSIONS)
  public TemplateInstance versions(
      @RestQuery @Nullable String sort, @RestQuery @Nullable String page, @Context UriInfo uri) {
    ListFilter<VersionField> filter =
        ListFilter.of(VersionField.class, uri.getQueryParameters()::getFirst);
    VersionOrder order = Heading.order(VersionOrder.class, sort);
    Frame frame = frames.frame("Versions", Lists.versions(filter)).at(NavItem.PACKAGES);
    return Templates.versions(
        VersionsView.of(
            lists.versions(filter, order, offset(page), PAGE_SIZE), filter, order, frame));
  }

  private static int offset(@Nullable String page) {
    return (Pager.number(page) - 1) * PAGE_SIZE;
  }
}
