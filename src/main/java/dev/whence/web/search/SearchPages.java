package dev.whence.web.search;

import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.FoundVersions;
import dev.whence.catalog.Page;
import dev.whence.catalog.RepositorySummary;
import dev.whence.catalog.SearchHit;
import dev.whence.catalog.SearchQueries;
import dev.whence.provenance.PackageReference;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Frames;
import dev.whence.web.ui.NavItem;
import dev.whence.web.ui.Pager;
import dev.whence.web.ui.Paths;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Finds packages, repositories and versions. Without a text it lists all packages. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchPages {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
  private static final int PAGE_SIZE = 40;
  private static final int REPOSITORIES = 5;
  private static final int VERSIONS = 5;

  private final SearchQueries search;
  private final Frames frames;

  SearchPages(SearchQueries search, Frames frames) {
    this.search = search;
    this.frames = frames;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance search(SearchView view);
  }

  /** What names one version or one package that is here leads there. */
  @GET
  public Response find(
      @RestQuery @Nullable String q,
      @RestQuery @Nullable String evidence,
      @RestQuery @Nullable String page) {
    SearchText text = SearchText.of(q);
    Optional<PackageReference> named = PackageReference.read(text.value()).filter(search::isKnown);
    return named.isPresent()
        ? Response.status(Response.Status.SEE_OTHER)
            .header(HttpHeaders.LOCATION, path(named.get()))
            .build()
        : Response.ok(search(text, evidence(evidence), page), HTML).build();
  }

  private static String path(PackageReference reference) {
    String name = reference.name().value();
    return reference.version() == null
        ? Paths.forPackage(name)
        : Paths.version(name, reference.version());
  }

  private TemplateInstance search(
      SearchText text, @Nullable EvidenceWord only, @Nullable String page) {
    int offset = (Pager.number(page) - 1) * PAGE_SIZE;
    Page<SearchHit> packages = search.packages(text.value(), only, offset, PAGE_SIZE);
    Page<RepositorySummary> repositories =
        text.value().isEmpty() || offset > 0
            ? new Page<>(List.of(), 0, 0, REPOSITORIES)
            : search.repositories(text.value(), 0, REPOSITORIES);
    List<FoundVersions> found = offset > 0 ? List.of() : search.versions(text.value(), VERSIONS);
    String path = only == null ? Paths.search(text.value()) : Paths.search(text.value(), only);
    Frame frame =
        frames
            .frame(title(text.value()), path)
            .at(NavItem.PACKAGES)
            .searching(text.value())
            .withJson("/api/v1" + path);
    return Templates.search(SearchView.of(text, only, packages, repositories, found, path, frame));
  }

  private static String title(String text) {
    return text.isEmpty() ? "Packages" : "Search for " + text;
  }

  /** What the filter asks for; all where it asks for nothing that we know. */
  private static @Nullable EvidenceWord evidence(@Nullable String slug) {
    for (EvidenceWord one : EvidenceWord.values()) {
      if (one.text().equals(slug)) {
        return one;
      }
    }
    return null;
  }
}
