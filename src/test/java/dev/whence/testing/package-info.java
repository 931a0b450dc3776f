/** What tests share: recorded data, servers on loopback, a real Postgres. */
@NullMarked
package dev.whence.testing;

import org.jspecify.annotations.NullMarked;
