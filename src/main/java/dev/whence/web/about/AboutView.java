package dev.whence.web.about;

import dev.whence.web.ui.Frame;

/** What Whence does, and what it cannot. */
public record AboutView(Frame frame) {}
