@NullMarked
package dev.whence.insight;

import org.jspecify.annotations.NullMarked;
