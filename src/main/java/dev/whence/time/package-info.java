/** The one place that reads the system's clock. */
@NullMarked
package dev.whence.time;

import org.jspecify.annotations.NullMarked;
