/**
 * The pages that explain the words on other pages, with sources, and what provenance does not
 * prove.
 */
@NullMarked
package dev.whence.web.about;

import org.jspecify.annotations.NullMarked;
