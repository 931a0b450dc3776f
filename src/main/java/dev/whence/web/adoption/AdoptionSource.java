package dev.whence.web.adoption;

import dev.whence.web.ui.When;
import org.jspecify.annotations.Nullable;

/**
 * The registry and the time of the numbers, for people who cite them.
 *
 * @param registry absent until the crawling process has recorded it
 * @param crawledUpTo when a crawl last succeeded; absent before the first success
 */
public record AdoptionSource(@Nullable String registry, @Nullable When crawledUpTo) {}
