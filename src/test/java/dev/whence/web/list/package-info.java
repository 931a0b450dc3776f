/** Lists in a browser. */
@NullMarked
package dev.whence.web.list;

import org.jspecify.annotations.NullMarked;
