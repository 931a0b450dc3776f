package dev.whence.api.v1;

import dev.whence.catalog.filter.FilterField;
import dev.whence.catalog.filter.FilterValue;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.provenance.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the parameters of lists by the fields that read them, so that both stay the same. */
final class OpenApiFilters {

  static final String PACKAGES = "findPackages";
  static final String PACKAGES_CSV = "findPackagesCsv";
  static final String VERSIONS = "findVersions";
  static final String VERSIONS_CSV = "findVersionsCsv";

  private static final List<FilterField> OF_PACKAGES = List.of(PackageField.values());
  private static final List<FilterField> OF_VERSIONS = List.of(VersionField.values());

  private static final Map<String, List<FilterField>> FIELDS =
      Map.of(
          PACKAGES, OF_PACKAGES,
          PACKAGES_CSV, OF_PACKAGES,
          VERSIONS, OF_VERSIONS,
          VERSIONS_CSV, OF_VERSIONS);

  private OpenApiFilters() {}

  static void describe(Operation operation) {
    List<FilterField> fields = FIELDS.getOrDefault(operation.getOperationId(), List.of());
    for (FilterField field : fields) {
      operation.addParameter(parameter(field));
    }
    if (!fields.isEmpty()) {
      List<String> orders =
          fields.equals(OF_PACKAGES) ? slugs(PackageOrder.class) : slugs(VersionOrder.class);
      operation.addParameter(
          parameter(
              "sort", "The order of the list.", words(orders).defaultValue(orders.getFirst())));
    }
  }

  private static Parameter parameter(FilterField field) {
    return switch (field.value()) {
      case FilterValue.Choice choice ->
          parameter(field.slug(), description(field), words(choice.slugs()));
      case FilterValue.Day day ->
          parameter(field.slug(), description(field), text().format("date"));
      case FilterValue.WholeNumber number ->
          parameter(
              field.slug(),
              description(field),
              OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
      case FilterValue.Text value ->
          parameter(field.slug(), description(field) + " " + value.legal(), text());
      case FilterValue.Part part -> parameter(field.slug(), description(field), text());
    };
  }

  private static String description(FilterField field) {
    return "Only those " + field.title() + " …";
  }

  private static Parameter parameter(String name, String description, Schema schema) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.QUERY)
        .description(description)
        .schema(schema);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Schema words(List<String> slugs) {
    Schema schema = text();
    slugs.forEach(schema::addEnumeration);
    return schema;
  }

  private static <E extends Enum<E>> List<String> slugs(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Slug::of).toList();
  }
}
