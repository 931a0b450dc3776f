/** The twelve checks, one class each, and what they are made with. */
@NullMarked
package dev.whence.verify.check;

import org.jspecify.annotations.NullMarked;
