/**
 * How Postgres is asked: connections, statements with their parameters, batches, and the columns
 * that several queries read. It knows no feature.
 */
@NullMarked
package dev.whence.catalog.sql;

import org.jspecify.annotations.NullMarked;
