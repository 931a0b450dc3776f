/**
 * Data sets: the catalog's rows as files for others to work with. A file is described by the same
 * column list that writes it, and the same catalog gives the same bytes.
 */
@NullMarked
package dev.whence.export;

import org.jspecify.annotations.NullMarked;
