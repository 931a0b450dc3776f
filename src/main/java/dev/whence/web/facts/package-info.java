/** The sentences of pages about a version. Each is exactly true for each state of evidence. */
@NullMarked
package dev.whence.web.facts;

import org.jspecify.annotations.NullMarked;
