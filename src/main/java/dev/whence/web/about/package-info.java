/**
 * What the words on the other pages mean, each with its source; and what provenance does not prove.
 */
@NullMarked
package dev.whence.web.about;

import org.jspecify.annotations.NullMarked;
