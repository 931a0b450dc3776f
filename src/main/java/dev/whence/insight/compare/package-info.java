/**
 * What a version is compared with, and how it differs from it: one answer for the list of versions,
 * the version's own page and the JSON. Pure functions over the catalog's rows.
 */
@NullMarked
package dev.whence.insight.compare;

import org.jspecify.annotations.NullMarked;
