/**
 * The Postgres catalog: what was crawled, what it said and what was made of it. The only SQL, and
 * the only Panache.
 *
 * <p>Writers take vocabulary records, queries give records made for what pages, API and data sets
 * show.
 */
@NullMarked
package dev.whence.catalog;

import org.jspecify.annotations.NullMarked;
