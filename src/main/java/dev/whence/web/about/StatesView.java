package dev.whence.web.about;

import dev.whence.web.ui.Frame;
import java.util.List;

/** The states of a version, each with an anchor by its slug. */
public record StatesView(Frame frame, List<StateText> states) {}
