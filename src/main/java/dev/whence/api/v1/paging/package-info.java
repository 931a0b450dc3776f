/** Parameters of lists, page tokens, and pages of lists. */
@NullMarked
package dev.whence.api.v1.paging;

import org.jspecify.annotations.NullMarked;
