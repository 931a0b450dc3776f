package dev.whence.web.form;

import dev.whence.catalog.filter.IllegalParameterException;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query parameters of a page.
 *
 * @param fields the fields of its form
 * @param legal all valid parameters
 */
public record PageParameters(List<FormField> fields, List<QueryParameter> legal) {

  /**
   * For a page with a form.
   *
   * @param others valid parameters without a field
   */
  public static PageParameters of(List<FormField> fields, List<QueryParameter> others) {
    List<String> names = fields.stream().map(FormField::name).toList();
    return new PageParameters(
        fields,
        Stream.concat(
                fields.stream().map(FormField::parameter),
                others.stream().filter(other -> !names.contains(other.name())))
            .toList());
  }

  /** For a page without a form. */
  public static PageParameters of(QueryParameter... legal) {
    return new PageParameters(List.of(), List.of(legal));
  }

  /**
   * Reads the parameters of a request.
   *
   * @throws RefusedException if one cannot be used; the answer is the form
   */
  public Parameters read(UriInfo uri) {
    Map<String, List<String>> given = uri.getQueryParameters();
    try {
      return Parameters.read(given, legal);
    } catch (IllegalParameterException e) {
      String path = uri.getRequestUri().getRawPath();
      throw new RefusedException(e.sentence(), FilterForm.refused(path, this, typed(given), e));
    }
  }

  /** The values for the form: the first value of each valid parameter. */
  private Map<String, String> typed(Map<String, List<String>> given) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (QueryParameter parameter : legal) {
      String texts =
          given.getOrDefault(parameter.name(), List.of()).stream()
              .filter(text -> !text.isBlank())
              .limit(1)
              .collect(Collectors.joining());
      if (!texts.isEmpty()) {
        typed.put(parameter.name(), texts);
      }
    }
    return typed;
  }
}
