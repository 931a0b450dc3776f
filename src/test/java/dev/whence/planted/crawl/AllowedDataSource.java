package dev.whence.planted.crawl;

import javax.sql.DataSource;

/** Planted: allowed, for db-scheduler. */
record AllowedDataSource(DataSource source) {}
