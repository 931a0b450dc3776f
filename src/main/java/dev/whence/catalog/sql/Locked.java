package dev.whence.catalog.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package whose crawl record nobody else can write until the transaction ends.
 *
 * @param factsAt when the registry was asked for the stored facts; absent before the first crawl
 * @param outstanding versions whose attestations could not be fetched so far
 * @param rules the rules by which the stored packument was read
 */
public record Locked(long id, @Nullable Instant factsAt, int outstanding, int rules) {}
