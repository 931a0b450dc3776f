/**
 * The shared parts of all pages: the frame, links, times, digests and the display of text.
 *
 * <p>A page asks {@link dev.whence.web.ui.Frames} for its frame, puts it into its view record as
 * {@code frame} and begins its template with <code>{#include layout frame=view.frame}</code>. The
 * small pieces are tags in {@code templates/tags}: {@code evidence}, {@code checkStatus}, {@code
 * digest}, {@code when}, {@code day}, {@code ago}, {@code out} for links out of Whence, {@code
 * icon} and {@code pager}. A tag's file ends without a line break, which would show as a space.
 */
@NullMarked
package dev.whence.web.ui;

import org.jspecify.annotations.NullMarked;
