package dev.whence.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.testing.ChangedPackage;
import dev.whence.testing.CrawledRecording;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the OpenAPI description against the code and against real answers. */
@QuarkusTest
class OpenApiTest {

  /** One or more real requests for each path that answers in JSON. */
  private static final Map<String, List<String>> REQUESTS =
      Map.ofEntries(
          Map.entry(
              "/api/v1/packages",
              List.of(
                  "/api/v1/packages?limit=100", "/api/v1/packages?evidence=verified&sort=name")),
          Map.entry(
              "/api/v1/versions",
              List.of(
                  "/api/v1/versions?provenance=yes", "/api/v1/versions?package=nuxt&sort=package")),
          Map.entry(
              "/api/v1/packages/{name}",
              List.of("/api/v1/packages/nuxt", "/api/v1/packages/sigstore")),
          Map.entry(
              "/api/v1/packages/{name}/versions",
              List.of("/api/v1/packages/nuxt/versions?limit=100", "/api/v1/packages/vue/versions")),
          Map.entry(
              "/api/v1/packages/{name}/history",
              List.of(
                  "/api/v1/packages/" + ChangedPackage.NAME + "/history",
                  "/api/v1/packages/nuxt/history")),
          Map.entry(
              "/api/v1/packages/{name}/versions/{version}",
              List.of(
                  "/api/v1/packages/nuxt/versions/4.1.2",
                  "/api/v1/packages/@sigstore/verify/versions/4.1.2",
                  "/api/v1/packages/sigstore/versions/2.3.1")),
          Map.entry(
              "/api/v1/repositories",
              List.of("/api/v1/repositories", "/api/v1/repositories?q=sigstore&sort=name&limit=1")),
          Map.entry(
              "/api/v1/repositories/{host}/{repository}",
              List.of("/api/v1/repositories/github.com/sigstore/sigstore-js")),
          Map.entry(
              "/api/v1/repositories/{host}/{repository}/-/workflows/{path}",
              List.of(
                  "/api/v1/repositories/github.com/sigstore/sigstore-js/-/workflows/.github/workflows/release.yml")),
          Map.entry(
              "/api/v1/repository-id/{host}/{id}",
              List.of("/api/v1/repository-id/github.com/495574555")),
          Map.entry(
              "/api/v1/repository-id/{host}/{id}/-/workflows/{path}",
              List.of(
                  "/api/v1/repository-id/github.com/495574555/-/workflows/.github/workflows/release.yml")),
          Map.entry("/api/v1/search", List.of("/api/v1/search", "/api/v1/search?q=sigstore")),
          Map.entry("/api/v1/status", List.of("/api/v1/status")),
          Map.entry("/api/v1/status/failures", List.of("/api/v1/status/failures")),
          Map.entry("/api/v1/adoption", List.of("/api/v1/adoption", "/api/v1/adoption?step=day")));

  private static final Set<String> NOT_JSON =
      Set.of(
          "/api/v1/adoption.csv",
          "/api/v1/packages.csv",
          "/api/v1/repositories.csv",
          "/api/v1/versions.csv",
          "/api/v1/packages/{name}/versions/{version}/attestations");

  @Inject CrawledRecording recording;
  @Inject CrawlWriter writer;

  @Test
  void shouldDescribeEveryPathAndNoOther() throws Exception {
    Set<String> described = new TreeSet<>();
    openApi().path("paths").fieldNames().forEachRemaining(described::add);

    assertThat(described).isEqualTo(paths());
    Set<String> requested = new TreeSet<>(REQUESTS.keySet());
    requested.addAll(NOT_JSON);
    assertThat(requested).isEqualTo(described);
  }

  @Test
  void shouldDescribeEveryFieldAndNoOther() {
    recording.ensure();
    ChangedPackage.store(writer);
    SchemaCheck check = new SchemaCheck(openApi());
    REQUESTS.forEach(
        (path, requests) ->
            requests.forEach(request -> check.answer(path, request, json(request))));

    assertThat(check.differences()).isEmpty();
  }

  /** The paths that the code serves, as OpenAPI writes them. */
  private static Set<String> paths() throws IOException, ClassNotFoundException {
    Set<String> paths = new TreeSet<>();
    for (Class<?> resource : resources()) {
      for (Method method : resource.getDeclaredMethods()) {
        if (method.isAnnotationPresent(GET.class)) {
          paths.add(path(resource, method));
        }
      }
    }
    return paths;
  }

  private static List<Class<?>> resources() throws IOException, ClassNotFoundException {
    List<Class<?>> resources = new ArrayList<>();
    java.nio.file.Path classes = java.nio.file.Path.of("target", "classes");
    List<String> names;
    try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("dev/whence/api"))) {
      names = files.map(file -> String.valueOf(classes.relativize(file))).sorted().toList();
    }
    for (String name : names) {
      if (name.endsWith("Resource.class")) {
        resources.add(Class.forName(name.replace(".class", "").replace('/', '.')));
      }
    }
    return resources;
  }

  private static String path(Class<?> resource, Method method) {
    String path = resource.getAnnotation(Path.class).value();
    Path own = method.getAnnotation(Path.class);
    return (path + (own == null ? "" : own.value())).replaceAll("\\{(\\w+): [^}]*\\}", "{$1}");
  }

  private static JsonNode openApi() {
    return json("/api/v1/openapi.json");
  }

  private static JsonNode json(String path) {
    String body =
        given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString();
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }
}
