-- A registry that passes on neither signatures nor attestations: what it does not say is not known.

ALTER TABLE package_crawl ADD COLUMN passes_on boolean;
COMMENT ON COLUMN package_crawl.passes_on IS
  'Whether a version in the newest packument has a registry signature or an advertised attestation; null where it lists none, or was not read since this column is there.';
CREATE INDEX package_crawl_silent ON package_crawl (package_id) WHERE passes_on = false;

CREATE TABLE registry_silence (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  witness_id bigint REFERENCES package,
  silent_since timestamptz,
  walked_to bigint,
  CHECK (witness_id IS NULL OR silent_since IS NULL)
);
COMMENT ON TABLE registry_silence IS
  'One row: whether the registry passes signatures and attestations on. Neither of the first two columns is set while that is not decided.';
COMMENT ON COLUMN registry_silence.witness_id IS 'A package for which it does.';
COMMENT ON COLUMN registry_silence.silent_since IS 'When we noticed that it does for none.';
COMMENT ON COLUMN registry_silence.walked_to IS
  'Up to which package the catalog follows the last change of this row; null where it does for all.';

-- One package is enough where the registry passes them on; the others are told by their next crawl.
INSERT INTO registry_silence (witness_id)
SELECT coalesce(
  (SELECT v.package_id
   FROM registry_signature s
   JOIN version v ON v.id = s.version_id
   WHERE s.key_ids <> '{}'
   LIMIT 1),
  (SELECT v.package_id FROM version v WHERE v.attestations_url IS NOT NULL LIMIT 1));
UPDATE package_crawl c
SET passes_on = s.witness_id IS NOT NULL
FROM registry_silence s
WHERE CASE WHEN s.witness_id IS NOT NULL THEN c.package_id = s.witness_id
  ELSE EXISTS (
    SELECT FROM version v WHERE v.package_id = c.package_id AND v.removed_at IS NULL) END;
