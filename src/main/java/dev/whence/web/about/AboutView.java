package dev.whence.web.about;

import dev.whence.web.ui.Frame;

/** The page about what Whence does, and what it cannot do. */
public record AboutView(Frame frame) {}
