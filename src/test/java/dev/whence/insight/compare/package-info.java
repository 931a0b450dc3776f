/** Tests of what versions are compared with. */
@NullMarked
package dev.whence.insight.compare;

import org.jspecify.annotations.NullMarked;
