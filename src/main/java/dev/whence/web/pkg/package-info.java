/** The page of one package: its latest version, and all versions over time. */
@NullMarked
package dev.whence.web.pkg;

import org.jspecify.annotations.NullMarked;
