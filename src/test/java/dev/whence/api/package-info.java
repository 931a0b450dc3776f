@NullMarked
package dev.whence.api;

import org.jspecify.annotations.NullMarked;
