/**
 * Data sets: the catalog's rows as files for other people to work with. One list of columns both
 * writes and describes a file, and the same catalog gives the same bytes.
 */
@NullMarked
package dev.whence.export;

import org.jspecify.annotations.NullMarked;
