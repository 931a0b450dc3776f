/** The commands of {@code ./whence}, the data folder and the Postgres that runs in it. */
@NullMarked
package dev.whence.cli;

import org.jspecify.annotations.NullMarked;
