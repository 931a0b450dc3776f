package dev.whence.web.about;

import dev.whence.web.facts.CheckText;
import dev.whence.web.ui.Frame;
import java.util.List;

/** The twelve checks, each with an anchor by its slug. */
public record AboutChecksView(Frame frame, List<CheckText> checks) {}
