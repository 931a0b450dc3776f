package dev.whence.catalog.filter;

import dev.whence.catalog.sql.Query;
import dev.whence.provenance.Slug;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The filter of a list: all its conditions must hold. Pages and JSON read it from the same query
 * parameters, so that the same parameters always give the same list.
 *
 * @param values by field, each valid for its field
 */
public record ListFilter<F extends Enum<F> & FilterField>(Class<F> fields, Map<F, String> values) {

  public ListFilter {
    values.forEach(
        (field, value) -> {
          if (!field.value().takes(value)) {
            throw new IllegalArgumentException(field.slug() + " cannot be " + value);
          }
        });
    Map<F, String> copy = new EnumMap<>(fields);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /** No filter: the whole list. */
  public static <F extends Enum<F> & FilterField> ListFilter<F> all(Class<F> fields) {
    return new ListFilter<>(fields, Map.of());
  }

  /** All versions. */
  public static ListFilter<VersionField> versions() {
    return all(VersionField.class);
  }

  /** All packages. */
  public static ListFilter<PackageField> packages() {
    return all(PackageField.class);
  }

  /** From parameters that were read and are valid. */
  static <F extends Enum<F> & FilterField> ListFilter<F> of(Class<F> fields, Parameters given) {
    Map<F, String> values = new EnumMap<>(fields);
    for (F field : fields.getEnumConstants()) {
      given.get(field.slug()).ifPresent(value -> values.put(field, value));
    }
    return new ListFilter<>(fields, values);
  }

  public ListFilter<F> with(F field, String value) {
    Map<F, String> more = new EnumMap<>(fields);
    more.putAll(values);
    more.put(field, value);
    return new ListFilter<>(fields, more);
  }

  public ListFilter<F> with(F field, Enum<?> value) {
    return with(field, Slug.of(value));
  }

  public ListFilter<F> without(F field) {
    Map<F, String> less = new EnumMap<>(fields);
    less.putAll(values);
    less.remove(field);
    return new ListFilter<>(fields, less);
  }

  public Optional<String> get(F field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The conditions, after {@code WHERE}. */
  public String conditions() {
    return values.isEmpty()
        ? "true"
        : values.keySet().stream().map(FilterField::condition).collect(Collectors.joining(" AND "));
  }

  /** Binds the values of {@link #conditions}. */
  public Query bind(Query query) {
    values.forEach((field, value) -> query.with(field.parameter(), field.value().bound(value)));
    return query;
  }
}
