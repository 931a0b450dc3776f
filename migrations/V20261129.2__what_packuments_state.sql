-- Dist-tags that point at what the registry does not have, attestations that are no longer
-- advertised, and by which rules a packument was read.

ALTER TABLE package ADD COLUMN dangling_tags jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN package.dangling_tags IS
  'Dist-tags, each with its version, whose version the registry does not have. A tag of a version that it has is in version.dist_tags.';
COMMENT ON COLUMN package.latest_version_id IS
  'Where dist-tag latest points; null where there is no such tag, or the registry does not have its version.';

ALTER TABLE package_crawl ADD COLUMN packument_rules integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN package_crawl.packument_rules IS
  'By which rules the stored packument was read (docs/packuments.md). Other rules read it again, though it is the same.';

ALTER TABLE version ADD COLUMN not_advertised_since timestamptz;
COMMENT ON COLUMN version.not_advertised_since IS
  'When we noticed that the packument no longer advertises the attestations that it did; null while it does, and where it never did. Whether they are served is another question.';
COMMENT ON COLUMN version.response_missing_since IS
  'When we asked for the stored response and the registry answered 404; the bytes stay.';
-- For each crawl, which asks for those of one package.
CREATE INDEX version_not_advertised ON version (package_id)
  WHERE not_advertised_since IS NOT NULL;

ALTER TABLE package_event DROP CONSTRAINT package_event_kind_check;
ALTER TABLE package_event ADD CONSTRAINT package_event_kind_check
  CHECK (kind IN ('PACKAGE_UNPUBLISHED', 'PACKAGE_RESTORED', 'PACKAGE_NOT_FOUND',
    'PACKAGE_FOUND_AGAIN', 'SECURITY_TAKEDOWN', 'TAKEDOWN_ENDED', 'VERSION_UNPUBLISHED',
    'VERSION_RESTORED', 'DIST_TAG_ADDED', 'DIST_TAG_MOVED', 'DIST_TAG_REMOVED', 'DEPRECATED',
    'DEPRECATION_CHANGED', 'UNDEPRECATED', 'PUBLISHER_CHANGED', 'TRUSTED_PUBLISHER_CHANGED',
    'APPROVER_CHANGED', 'PUBLISH_TIME_CHANGED', 'INTEGRITY_CHANGED', 'SHASUM_CHANGED',
    'INTEGRITY_RESTATED', 'ATTESTATIONS_MISSING', 'ATTESTATIONS_SERVED_AGAIN',
    'ATTESTATIONS_NOT_ADVERTISED', 'ATTESTATIONS_ADVERTISED_AGAIN'));

-- Nobody asked for these: the packument had stopped naming them, which was told as a 404.
UPDATE package_event e
SET kind = 'ATTESTATIONS_NOT_ADVERTISED'
FROM version v
WHERE e.kind = 'ATTESTATIONS_MISSING' AND v.package_id = e.package_id AND v.version = e.version
  AND v.response_missing_since = e.noticed_at AND v.attestations_url IS NULL;

UPDATE version
SET not_advertised_since = response_missing_since, response_missing_since = NULL
WHERE response_missing_since IS NOT NULL AND attestations_url IS NULL;

-- A tag kept the place of a version that the registry no longer has.
UPDATE package p
SET dangling_tags = jsonb_build_object('latest', v.version), latest_version_id = NULL
FROM version v
WHERE v.id = p.latest_version_id AND v.removed_at IS NOT NULL;

-- A digest that was stated for the first time, or no more, or by another algorithm, is no other
-- file.
UPDATE package_event
SET kind = 'INTEGRITY_RESTATED'
WHERE kind IN ('INTEGRITY_CHANGED', 'SHASUM_CHANGED')
  AND (before IS NULL OR after IS NULL
    OR before ~ '^sha[0-9]+-\S+$' AND after ~ '^sha[0-9]+-\S+$'
      AND split_part(before, '-', 1) <> split_part(after, '-', 1));
