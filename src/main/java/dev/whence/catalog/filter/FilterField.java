package dev.whence.catalog.filter;

/** A filter of a list. It has the same name on pages and in JSON. */
public interface FilterField {

  /** The query parameter: {@code evidence}. */
  String slug();

  /** The filter in words. */
  String title();

  /** Its valid values. */
  FilterValue value();

  /** The condition in SQL; {@link #parameter}, a text, is its only parameter. */
  String condition();

  /** The name of the value in {@link #condition}. */
  default String parameter() {
    return slug().replace('-', '_');
  }
}
