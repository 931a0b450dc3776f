package dev.whence.web.facts;

import dev.whence.catalog.YoungConfig;
import io.smallrye.config.ConfigMapping;

/** The part of the crawl's settings that pages speak of. */
@ConfigMapping(prefix = "whence.crawl")
public interface AskingConfig extends YoungConfig {}
