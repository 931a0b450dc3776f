/**
 * JSON under {@code /api/v1/}: the facts that the pages show, for programs. Reads the catalog and
 * changes nothing.
 *
 * <p>A {@code …Json} record is the shape of an answer. Every field is always there; an absent fact
 * is {@code null}. A published name does not change.
 */
@NullMarked
package dev.whence.api;

import org.jspecify.annotations.NullMarked;
