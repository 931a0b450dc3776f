-- A version whose attestations could not be fetched has retries of its own, so that one of them
-- neither slows down its whole package nor is forgotten.

CREATE TABLE attestation_try (
  version_id bigint PRIMARY KEY REFERENCES version,
  package_id bigint NOT NULL REFERENCES package,
  state text NOT NULL CHECK (state IN ('REFUSED', 'FAILING')),
  attempts integer NOT NULL,
  reason text NOT NULL,
  since timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  parked_at timestamptz
);
CREATE INDEX attestation_try_package ON attestation_try (package_id);
CREATE INDEX attestation_try_order ON attestation_try (last_at DESC, version_id);
COMMENT ON TABLE attestation_try IS
  'A version whose advertised attestations could not be fetched. The row ends when the registry answers, when the version is removed, and when nothing is advertised any more.';
COMMENT ON COLUMN attestation_try.package_id IS 'The version''s.';
COMMENT ON COLUMN attestation_try.attempts IS 'Failures in a row.';
COMMENT ON COLUMN attestation_try.since IS 'When the first of them was.';
COMMENT ON COLUMN attestation_try.next_at IS
  'From when on a crawl of the package asks again; its next crawl is no later than the first of these.';
COMMENT ON COLUMN attestation_try.parked_at IS
  'When it had failed so often that it is asked for rarely; null while it is not parked.';

ALTER TABLE package_crawl ADD COLUMN outstanding integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN package_crawl.outstanding IS
  'How many versions have a row in attestation_try.';

-- A package that had waited because of a few attestations is crawled soon, and gets the rows.
UPDATE package_crawl
SET changed = true, error = NULL, attempts = 0
WHERE status IN ('CRAWLED', 'UNPUBLISHED') AND error IS NOT NULL;
