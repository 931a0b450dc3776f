package dev.whence.web;

import dev.whence.catalog.Overview;
import dev.whence.web.ui.Frame;

/** The home page. */
public record HomeView(Frame frame, Overview overview) {}
