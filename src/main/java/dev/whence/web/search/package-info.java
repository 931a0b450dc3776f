/** Finding packages and repositories. */
@NullMarked
package dev.whence.web.search;

import org.jspecify.annotations.NullMarked;
