/** Our own JSON API: its resources, and its lists as CSV. */
@NullMarked
package dev.whence.api.v1;

import org.jspecify.annotations.NullMarked;
