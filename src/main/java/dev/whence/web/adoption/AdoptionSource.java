package dev.whence.web.adoption;

import dev.whence.web.ui.When;
import org.jspecify.annotations.Nullable;

/**
 * Which state of which registry the numbers are from, for whoever cites them.
 *
 * @param registry absent until the crawling side has recorded it
 * @param crawledUpTo when a crawl last succeeded; absent before the first
 */
public record AdoptionSource(@Nullable String registry, @Nullable When crawledUpTo) {}
