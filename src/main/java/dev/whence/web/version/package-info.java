/** The page of one version: its proven facts, the checks behind them, and the raw bytes. */
@NullMarked
package dev.whence.web.version;

import org.jspecify.annotations.NullMarked;
