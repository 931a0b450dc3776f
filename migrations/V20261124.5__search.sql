-- What versions are found and listed by beside their package: when they were published, what they
-- were built from, their file's digests and their entries in the transparency log.

CREATE INDEX version_published ON version (published_at DESC NULLS LAST, id DESC);
-- Only ever compared for equality: a hash index holds no copy of these long texts.
CREATE INDEX version_integrity ON version USING hash (integrity);
CREATE INDEX version_shasum ON version USING hash (shasum);
CREATE INDEX provenance_commit ON provenance (commit);
CREATE INDEX provenance_run ON provenance
  ((substring(run_url FROM '/(?:actions/runs|-/jobs|-/pipelines)/([0-9]{1,20})')));
CREATE INDEX attestation_log_index ON attestation (log_index);
