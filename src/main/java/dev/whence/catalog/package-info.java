/**
 * The Postgres catalog: the crawled data, the facts in them, and our verdicts. Only this package
 * has SQL and Panache.
 *
 * <p>Writers take records of {@code provenance}. Queries return records for pages, API and data
 * sets.
 */
@NullMarked
package dev.whence.catalog;

import org.jspecify.annotations.NullMarked;
