/**
 * Computes results from the catalog's rows: adoption over time, and the comparison of a version
 * with earlier ones. Pure functions: everything can be computed again, and nothing is stored.
 */
@NullMarked
package dev.whence.insight;

import org.jspecify.annotations.NullMarked;
