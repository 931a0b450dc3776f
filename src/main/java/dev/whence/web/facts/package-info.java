/** What pages say of a version: each sentence is true to the letter for each state of evidence. */
@NullMarked
package dev.whence.web.facts;

import org.jspecify.annotations.NullMarked;
