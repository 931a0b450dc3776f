package dev.whence.api.v1;

import dev.whence.address.JsonPaths;
import dev.whence.address.ListPaths;
import dev.whence.api.problem.ProblemException;
import dev.whence.api.v1.json.LinksJson;
import dev.whence.api.v1.json.PackageEventJson;
import dev.whence.api.v1.json.PackageItemJson;
import dev.whence.api.v1.json.PackageJson;
import dev.whence.api.v1.json.VersionFacts;
import dev.whence.api.v1.json.VersionItemJson;
import dev.whence.api.v1.json.VersionJson;
import dev.whence.api.v1.paging.ListJson;
import dev.whence.api.v1.paging.PageParams;
import dev.whence.api.v1.paging.PageRequest;
import dev.whence.api.v1.paging.Params;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.read.HistoryQueries;
import dev.whence.catalog.read.ListQueries;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.PackageQueries;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.PackageName;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Packages and their versions. */
@Path("/api/v1/packages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Packages", description = "Where a package and each of its versions came from.")
public class PackagesResource {

  /**
   * A package name in a path, with or without a scope; the slash after a scope may be encoded.
   * {@code @scope/versions} is always one name, never the versions of {@code @scope}.
   */
  private static final String NAME =
      "/{name: (?:@|%40)(?:(?!%2[Ff])[^/])+/[^/]+|(?!(?:@|%40)(?:(?!%2[Ff])[^/])*/)[^/]+}";

  private static final String NAME_DESCRIPTION =
      "The package's name. Write a scoped name as @scope/name or @scope%2Fname.";

  private final PackageQueries queries;
  private final ListQueries lists;
  private final HistoryQueries history;

  PackagesResource(PackageQueries queries, ListQueries lists, HistoryQueries history) {
    this.queries = queries;
    this.lists = lists;
    this.history = history;
  }

  @GET
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = OpenApiFilters.PACKAGES,
      summary = "Packages",
      description = "Filters are combined (AND).")
  public ListJson<PackageItemJson> list(@BeanParam PageParams params) {
    Parameters given = params.read(Params.PACKAGES);
    ListFilter<PackageField> filter = given.filter(PackageField.class);
    PackageOrder order = given.sort(PackageOrder.class);
    PageRequest request = PageRequest.of(given, "/packages" + ListPaths.query(filter, order));
    return request.answer(
        lists.packages(filter, order, request.offset(), request.limit()), PackageItemJson::of);
  }

  @GET
  @Path(NAME)
  @CacheFor(CacheFor.LIST)
  @Operation(operationId = "getPackage", summary = "A package and its latest version")
  public PackageJson find(
      @RestPath @Parameter(description = NAME_DESCRIPTION, example = "nuxt") String name) {
    return PackageJson.of(require(Params.packageName(name)));
  }

  @GET
  @Path(NAME + "/versions")
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "listVersions",
      summary = "The versions of a package",
      description = "The highest version first. Removed versions are in the list.")
  public ListJson<VersionItemJson> versions(
      @RestPath @Parameter(description = NAME_DESCRIPTION, example = "nuxt") String name,
      @BeanParam PageParams params) {
    PackageName wanted = Params.packageName(name);
    PageRequest request =
        PageRequest.of(
            params.read(),
            JsonPaths.versions(wanted.value()),
            LinksJson.toPackage(wanted.value()).html());
    List<VersionSummary> all = require(wanted).versions();
    return request.answer(request.cut(all), version -> VersionItemJson.of(wanted.value(), version));
  }

  @GET
  @Path(NAME + "/history")
  @CacheFor(CacheFor.LIST)
  @Operation(
      operationId = "listHistory",
      summary = "Edits of a package in the registry",
      description =
          "What changed between two of our crawls, the latest first. Takedowns and"
              + " unpublished packages are in the list even if they happened before the first"
              + " crawl.")
  public ListJson<PackageEventJson> history(
      @RestPath @Parameter(description = NAME_DESCRIPTION, example = "nuxt") String name,
      @BeanParam PageParams params) {
    PackageName wanted = Params.packageName(name);
    LinksJson links = LinksJson.toHistory(wanted.value());
    PageRequest request = PageRequest.of(params.read(), links.self(), links.html());
    return history
        .of(wanted, request.offset(), request.limit())
        .map(page -> request.answer(page, event -> PackageEventJson.of(wanted.value(), event)))
        .orElseThrow(() -> ProblemException.unknownPackage(wanted));
  }

  @GET
  @Path(NAME + "/versions/{version}")
  @CacheFor(CacheFor.VERSION)
  @Operation(
      operationId = "getVersion",
      summary = "Everything that we know about one version",
      description =
          "Its provenance, every attestation with its signer, log entry and history of verdicts,"
              + " the published file and the registry's signature.")
  public VersionJson version(
      @RestPath @Parameter(description = NAME_DESCRIPTION, example = "nuxt") String name,
      @RestPath
          @Parameter(description = "The version, as the registry names it.", example = "4.1.2")
          String version) {
    return VersionFacts.json(require(Params.packageName(name), version));
  }

  @GET
  @Path(NAME + "/versions/{version}/attestations")
  @CacheFor(CacheFor.VERSION)
  @Operation(
      operationId = "getAttestations",
      summary = "The registry's attestation response, byte for byte",
      description =
          "The bytes that the registry served when we fetched them. Their SHA-256 is"
              + " attestationResponse.sha256 of the version. If we could not read them, they may"
              + " be something other than JSON.")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public byte[] attestations(
      @RestPath @Parameter(description = NAME_DESCRIPTION, example = "nuxt") String name,
      @RestPath
          @Parameter(description = "The version, as the registry names it.", example = "4.1.2")
          String version) {
    PackageName wanted = Params.packageName(name);
    return Optional.ofNullable(require(wanted, version).response())
        .orElseThrow(() -> ProblemException.noAttestations(wanted, version))
        .body();
  }

  private PackageDetail require(PackageName name) {
    return queries.find(name).orElseThrow(() -> ProblemException.unknownPackage(name));
  }

  private VersionDetail require(PackageName name, String version) {
    Optional<VersionDetail> found = queries.find(name, Params.version(version));
    if (found.isEmpty()) {
      require(name);
      throw ProblemException.unknownVersion(name, version);
    }
    return found.get();
  }
}
