package dev.whence.web.search;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.NameText;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.read.ListQueries;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.read.SearchQueries;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackageReference;
import dev.whence.web.form.FormField;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Finds packages, repositories and versions. Without a text it lists all packages. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchPages {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
  static final String PATH = "/search";
  private static final int PAGE_SIZE = 40;
  private static final int REPOSITORIES = 5;
  private static final int VERSIONS = 5;

  static final PageParameters PARAMETERS =
      PageParameters.of(
          List.of(
              FormField.of(PackageField.TEXT, "Search for"),
              FormField.of(PackageField.EVIDENCE, "Latest version is")),
          List.of(QueryParameter.page()));

  private final ListQueries lists;
  private final SearchQueries search;
  private final Frames frames;

  SearchPages(ListQueries lists, SearchQueries search, Frames frames) {
    this.lists = lists;
    this.search = search;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance search(SearchView view);
  }

  /**
   * If the text names exactly one version or package of the catalog, the answer leads to its page.
   */
  @GET
  public Response find(@Context UriInfo uri) {
    Parameters given = PARAMETERS.read(uri);
    Optional<PackageReference> named =
        PackageReference.read(given.text(QueryParameter.TEXT)).filter(search::isKnown);
    return named.isPresent()
        ? Response.status(Response.Status.SEE_OTHER)
            .header(HttpHeaders.LOCATION, path(named.get()))
            .build()
        : Response.ok(search(given), HTML).build();
  }

  private static String path(PackageReference reference) {
    String name = reference.name().value();
    return reference.version() == null
        ? PagePaths.forPackage(name)
        : PagePaths.version(name, reference.version());
  }

  private TemplateInstance search(Parameters given) {
    ListFilter<PackageField> filter = given.filter(PackageField.class);
    String text = given.text(QueryParameter.TEXT);
    int offset = given.offset(PAGE_SIZE);
    boolean isFirst = offset == 0 && !text.isEmpty();
    Page<PackageSummary> packages = lists.packages(filter, PackageOrder.MATCH, offset, PAGE_SIZE);
    Found found =
        new Found(
            packages,
            isFirst
                ? search.repositories(text, 0, REPOSITORIES)
                : new Page<>(List.of(), 0, 0, REPOSITORIES),
            isFirst ? search.versions(text, VERSIONS) : List.of(),
            PackageReference.read(text).filter(this::isPackage).orElse(null),
            packages.total() > 0 ? List.of() : near(text));
    String path = PATH + ListPaths.query(filter);
    Frame frame =
        frames
            .frame(text.isEmpty() ? "Packages" : "Search for " + text, path)
            .at(NavItem.PACKAGES)
            .searching(text)
            .withJson(JsonPaths.ROOT + path);
    return Templates.search(SearchView.of(filter, found, path, frame));
  }

  private List<String> near(String text) {
    return PackageName.parse(NameText.of(text).name()).map(search::near).orElse(List.of());
  }

  /** If the catalog does not have the version, it may still have the package. */
  private boolean isPackage(PackageReference reference) {
    return search.isKnown(new PackageReference(reference.name(), null));
  }
}
