/**
 * JSON under {@code /api/v1/}: the facts that the pages show, for programs. Reads the catalog and
 * changes nothing.
 *
 * <p>A {@code …Json} record is the shape of what is answered; every field is always there, {@code
 * null} where a fact is absent. A name once published stays.
 */
@NullMarked
package dev.whence.api;

import org.jspecify.annotations.NullMarked;
