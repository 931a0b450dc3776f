/** The query parameters of pages: read, refused with a reason, and shown as a form. */
@NullMarked
package dev.whence.web.form;

import org.jspecify.annotations.NullMarked;
