/** Tests of the commands, the launcher script and the Postgres that comes along. */
@NullMarked
package dev.whence.cli;

import org.jspecify.annotations.NullMarked;
