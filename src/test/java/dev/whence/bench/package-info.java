/** Benchmarks: the workloads, and what runs over them. The scripts in {@code bench/} start them. */
@NullMarked
package dev.whence.bench;

import org.jspecify.annotations.NullMarked;
