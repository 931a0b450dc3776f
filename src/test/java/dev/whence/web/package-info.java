/** Tests of the pages: sentences from hand-made records, HTML from the running application. */
@NullMarked
package dev.whence.web;

import org.jspecify.annotations.NullMarked;
