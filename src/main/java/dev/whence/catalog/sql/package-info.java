/**
 * Access to Postgres: connections, statements with parameters, batches, and columns that several
 * queries read. It has no code of single features.
 */
@NullMarked
package dev.whence.catalog.sql;

import org.jspecify.annotations.NullMarked;
