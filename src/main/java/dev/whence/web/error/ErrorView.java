package dev.whence.web.error;

import dev.whence.web.ui.Frame;

/**
 * A page that says why there is no other.
 *
 * @param status the HTTP status
 * @param sentence what happened
 * @param advice what to do about it
 */
public record ErrorView(Frame frame, int status, String sentence, String advice) {}
