-- Bundles state their entry's index and time in the log. Rekor v1's promise covers both, Rekor v2's
-- proof the index; where neither does they were taken from the bundle as it was written. Readers
-- must take an index for absent then, which those of before show as 0 until they are replaced.
UPDATE attestation
SET log_integrated_at = NULL,
  log_index = CASE
    WHEN log_kind = 'hashedrekord/0.0.2' AND log_proof AND log_integrated_at IS NULL THEN log_index
  END
WHERE NOT log_promise
  AND (log_integrated_at IS NOT NULL OR log_kind <> 'hashedrekord/0.0.2' OR NOT log_proof);

COMMENT ON COLUMN attestation.log_index IS
  'Index in the log as a whole; null where nothing that the log signs covers it.';
COMMENT ON COLUMN attestation.log_integrated_at IS
  'When the log took the entry in, by its promise; null without one.';
