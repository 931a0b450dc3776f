/**
 * Insights computed from the catalog's rows: today, how provenance is adopted over time. Pure
 * functions: whatever is here can be computed again from the rows, and nothing is stored.
 */
@NullMarked
package dev.whence.insight;

import org.jspecify.annotations.NullMarked;
