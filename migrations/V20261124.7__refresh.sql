-- How soon each package is to be looked at again, which ones are parked, and how well the goals are
-- met; when a download count is due.

ALTER TABLE package_crawl
  ADD COLUMN tier text CHECK (tier IN ('HOT', 'WARM', 'COOL', 'COLD')),
  ADD COLUMN parked_at timestamptz;
COMMENT ON COLUMN package_crawl.tier IS
  'How soon it is looked at again, as its last successful crawl decided; null before the first one.';
COMMENT ON COLUMN package_crawl.parked_at IS
  'When it had failed so often that it is tried rarely; null while it is not parked.';
COMMENT ON COLUMN package_crawl.changed IS
  'It must be crawled, and no crawl is planned yet: it is new, or the feed told of a change.';

ALTER TABLE package ADD COLUMN downloads_due_at timestamptz;
COMMENT ON COLUMN package.downloads_due_at IS
  'When its count is to be asked for again; null while nobody knows whether the registry has it.';
CREATE INDEX package_downloads_due ON package (downloads_due_at, id)
  WHERE downloads_due_at IS NOT NULL;
-- Known packages are asked for soon, in the order of their ids.
UPDATE package p
SET downloads_due_at = coalesce(p.downloads_at, p.added_at)
FROM package_crawl c
WHERE c.package_id = p.id AND c.facts_at IS NOT NULL;

CREATE TABLE freshness (
  tier text PRIMARY KEY CHECK (tier IN ('HOT', 'WARM', 'COOL', 'COLD')),
  goal interval NOT NULL,
  packages bigint NOT NULL,
  fresh bigint NOT NULL,
  oldest_at timestamptz,
  counted_at timestamptz NOT NULL
);
COMMENT ON TABLE freshness IS
  'How many packages of each tier were looked at within its goal, counted now and then.';
COMMENT ON COLUMN freshness.oldest_at IS 'The longest ago that one of them was last looked at.';

CREATE TABLE download_counts (
  version text COLLATE "C" PRIMARY KEY,
  packages bigint NOT NULL,
  read_at timestamptz NOT NULL
);
COMMENT ON TABLE download_counts IS
  'The versions of the npm package download-counts that were read, and how many packages each had.';

-- Processes that ask registries, and the pauses that registries asked for: together they are as
-- polite as one.
CREATE TABLE registry_client (
  process text COLLATE "C" PRIMARY KEY,
  seen_at timestamptz NOT NULL
);
CREATE TABLE registry_pause (
  host text COLLATE "C" PRIMARY KEY,
  until_at timestamptz NOT NULL
);
COMMENT ON COLUMN registry_client.seen_at IS
  'When it last said that it runs, by the clock of Postgres.';
