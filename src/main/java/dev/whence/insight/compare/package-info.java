/**
 * Finds the version with which a version is compared, and their differences. The list of versions,
 * the version's page and the JSON use the same answer. Pure functions over the catalog's rows.
 */
@NullMarked
package dev.whence.insight.compare;

import org.jspecify.annotations.NullMarked;
