/**
 * What is computed from the catalog's rows: adoption over time, and how a version compares with
 * others. Pure functions: it can all be computed again, and nothing is stored.
 */
@NullMarked
package dev.whence.insight;

import org.jspecify.annotations.NullMarked;
