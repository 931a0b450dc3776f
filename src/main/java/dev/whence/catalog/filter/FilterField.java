package dev.whence.catalog.filter;

/** One thing that a list can be narrowed by; pages and JSON call it by the same name. */
public interface FilterField {

  /** The query parameter: {@code evidence}. */
  String slug();

  /** What the list is narrowed to, in words. */
  String title();

  /** What it can be. */
  FilterValue value();

  /** The condition in SQL; {@link #parameter}, a text, is its only parameter. */
  String condition();

  /** What {@link #condition} calls the value. */
  default String parameter() {
    return slug().replace('-', '_');
  }
}
