/** Tests of search. */
@NullMarked
package dev.whence.web.search;

import org.jspecify.annotations.NullMarked;
