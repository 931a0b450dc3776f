/** Errors in the form of RFC 9457. */
@NullMarked
package dev.whence.api.problem;

import org.jspecify.annotations.NullMarked;
