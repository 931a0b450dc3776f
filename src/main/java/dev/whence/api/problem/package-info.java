/** Errors as RFC 9457 words them. */
@NullMarked
package dev.whence.api.problem;

import org.jspecify.annotations.NullMarked;
