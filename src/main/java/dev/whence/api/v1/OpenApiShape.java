package dev.whence.api.v1;

import dev.whence.api.problem.Problem;
import dev.whence.provenance.Slug;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the description that is generated from the code, so that it describes the real answers:
 * constants have their {@link Slug}, every field is always there, and every error is a problem.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiShape implements OASFilter {

  @Override
  public Schema filterSchema(Schema schema) {
    @Nullable List<Object> constants = schema.getEnumeration();
    if (constants != null) {
      schema.setEnumeration(constants.stream().map(OpenApiShape::slug).toList());
    }
    if (schema.getProperties() != null) {
      schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
    }
    if (schema.getRef() != null || schema.getAnyOf() != null) {
      schema.setType(null);
    } else if (constants != null && schema.getType() != null) {
      schema.setType(schema.getType().stream().filter(type -> type != SchemaType.OBJECT).toList());
    }
    return schema;
  }

  @Override
  public Parameter filterParameter(Parameter parameter) {
    if (parameter.getSchema() == null) {
      parameter.setSchema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
    if (parameter.getIn() == Parameter.In.PATH && parameter.getSchema() != null) {
      // This pattern is for our routing. It does not say which names are valid.
      parameter.getSchema().setPattern(null);
    }
    return parameter;
  }

  @Override
  public Operation filterOperation(Operation operation) {
    OpenApiFilters.describe(operation);
    Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
    APIResponse response =
        OASFactory.createAPIResponse()
            .description("A problem: what is wrong with the request, or that we failed.")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem)));
    operation.getResponses().addAPIResponse("default", response);
    operation
        .getResponses()
        .addAPIResponse(
            "304",
            OASFactory.createAPIResponse()
                .description("What If-None-Match names is still what would be answered."));
    return operation;
  }

  private static Object slug(Object constant) {
    return Slug.of(String.valueOf(constant));
  }
}
