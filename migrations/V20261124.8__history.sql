-- What changed of a package since it was first crawled. The other tables have what holds now.

CREATE TABLE package_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  package_id bigint NOT NULL REFERENCES package,
  kind text NOT NULL
    CHECK (kind IN ('PACKAGE_UNPUBLISHED', 'PACKAGE_RESTORED', 'PACKAGE_NOT_FOUND',
      'PACKAGE_FOUND_AGAIN', 'SECURITY_TAKEDOWN', 'TAKEDOWN_ENDED', 'VERSION_UNPUBLISHED',
      'VERSION_RESTORED', 'DIST_TAG_ADDED', 'DIST_TAG_MOVED', 'DIST_TAG_REMOVED', 'DEPRECATED',
      'DEPRECATION_CHANGED', 'UNDEPRECATED', 'PUBLISHER_CHANGED', 'TRUSTED_PUBLISHER_CHANGED',
      'APPROVER_CHANGED', 'INTEGRITY_CHANGED', 'SHASUM_CHANGED', 'ATTESTATIONS_MISSING',
      'ATTESTATIONS_SERVED_AGAIN')),
  version text COLLATE "C",
  tag text COLLATE "C",
  before text,
  after text,
  noticed_at timestamptz NOT NULL,
  happened_at timestamptz,
  CHECK ((tag IS NOT NULL) = (kind LIKE 'DIST_TAG_%'))
);
CREATE INDEX package_event_order ON package_event (package_id, noticed_at DESC, id DESC);
COMMENT ON TABLE package_event IS
  'Appended in the transaction that changes the facts, never changed or deleted. What was so when a package was first crawled is no event, but a takedown and an unpublishing are.';
COMMENT ON COLUMN package_event.version IS
  'The version that it is about, by its name; null where it is about the package or a dist-tag.';
COMMENT ON COLUMN package_event.before IS
  'What the registry said until then, in the kind''s own terms: the version that a dist-tag pointed at, a message, an account, a digest. Null where it said nothing.';
COMMENT ON COLUMN package_event.after IS 'What it says since; null where nothing. Of a takedown, the placeholder''s version.';
COMMENT ON COLUMN package_event.noticed_at IS
  'When the crawl asked that noticed: it happened between the crawl before and then.';
COMMENT ON COLUMN package_event.happened_at IS
  'The registry''s own word: when a package was unpublished, when a takedown''s placeholder was published. Null where it has none.';

-- For each crawl, which asks for those of one package.
CREATE INDEX version_response_missing ON version (package_id)
  WHERE response_missing_since IS NOT NULL;

-- What is still to be seen of what happened before there was this table.
INSERT INTO package_event (package_id, kind, version, after, noticed_at, happened_at)
SELECT package_id, kind, version, after, noticed_at, happened_at
FROM (
  -- A version that was gone when it was first heard of was removed as it was added.
  SELECT v.package_id, 'VERSION_UNPUBLISHED' AS kind, v.version, NULL AS after,
    v.removed_at AS noticed_at, NULL::timestamptz AS happened_at
  FROM version v
  WHERE v.removed_at > v.added_at
  UNION ALL
  SELECT v.package_id, 'ATTESTATIONS_MISSING', v.version, NULL, v.response_missing_since, NULL
  FROM version v
  WHERE v.response_missing_since IS NOT NULL
  UNION ALL
  SELECT p.id, 'PACKAGE_UNPUBLISHED', NULL, NULL,
    CASE WHEN c.status = 'UNPUBLISHED' THEN c.status_since ELSE c.facts_at END, p.unpublished_at
  FROM package p
  JOIN package_crawl c ON c.package_id = p.id
  WHERE p.unpublished_at IS NOT NULL AND c.facts_at IS NOT NULL
  UNION ALL
  SELECT p.id, 'SECURITY_TAKEDOWN', NULL, v.version, v.added_at, v.published_at
  FROM package p
  JOIN version v ON v.id = p.latest_version_id
  WHERE v.version ~ '^0\.0\.[0-9]+-security(\.[0-9]+)?$'
    AND v.repository_url ~* '^((git\+)?(https?|ssh|git)://([^@/]*@)?github\.com/|github:)?npm/security-holder(\.git)?$'
) past
ORDER BY noticed_at, package_id, kind;
