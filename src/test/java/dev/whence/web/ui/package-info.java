/** Tests of what pages share. */
@NullMarked
package dev.whence.web.ui;

import org.jspecify.annotations.NullMarked;
