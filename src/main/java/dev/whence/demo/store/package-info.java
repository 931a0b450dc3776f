/** Bodies of HTTP answers on disk, prepared in advance, found by key. */
@NullMarked
package dev.whence.demo.store;

import org.jspecify.annotations.NullMarked;
