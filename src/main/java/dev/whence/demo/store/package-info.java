/** Bodies of HTTP answers on disk, prepared before anybody asks, found by key. */
@NullMarked
package dev.whence.demo.store;

import org.jspecify.annotations.NullMarked;
