/** Error pages: for unknown addresses, wrong requests and our own failures. */
@NullMarked
package dev.whence.web.error;

import org.jspecify.annotations.NullMarked;
