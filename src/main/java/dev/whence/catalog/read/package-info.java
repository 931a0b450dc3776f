/**
 * The queries of pages, API and data sets: one query class per feature, and the records that it
 * returns.
 */
@NullMarked
package dev.whence.catalog.read;

import org.jspecify.annotations.NullMarked;
