-- Where the reading of registries' changes feeds stands, and which known packages the feed has told
-- of since their last crawl was planned.
CREATE TABLE changes_feed (
  url text COLLATE "C" NOT NULL,
  scope text NOT NULL CHECK (scope IN ('KNOWN', 'ALL')),
  sequence bigint NOT NULL,
  read_at timestamptz NOT NULL,
  started_over_at timestamptz,
  PRIMARY KEY (url, scope)
);
COMMENT ON COLUMN changes_feed.sequence IS 'Of the last change whose facts are stored.';
COMMENT ON COLUMN changes_feed.started_over_at IS
  'When the registry''s sequence last fell behind ours, and we began again.';

ALTER TABLE package_crawl ADD COLUMN changed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN package_crawl.changed IS
  'The feed told of a change, and no crawl is planned for it yet.';
CREATE INDEX package_crawl_changed ON package_crawl (package_id) WHERE changed;
