package dev.whence.planted.web;

import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Planted: a need that no constructor names. */
final class InjectsAField {
  @Inject @Nullable Clock clock;
}
