package dev.whence.web.error;

import dev.whence.web.form.FilterForm;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.NotHere;
import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A page that explains an error.
 *
 * @param status the HTTP status
 * @param notHere what is missing, and where else to look
 * @param advice what to do about it
 * @param form the page's form for a correction; absent if the form has no error
 */
public record ErrorView(
    Frame frame, int status, NotHere notHere, Sentence advice, @Nullable FilterForm form) {}
