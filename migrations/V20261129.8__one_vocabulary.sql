-- Stored words become those that pages, JSON and data sets use, or name what those words stand for:
-- a state, a verdict and a check that could not be decided is inconclusive, a version is removed
-- (packages are unpublished). Verdicts keep their checks, reasons and times; only the word changes.

ALTER TABLE version DROP CONSTRAINT version_evidence_check;
-- Its condition names an old word; and each changed row would be entered twice.
DROP INDEX version_evidence;
UPDATE version
SET evidence = CASE evidence
  WHEN 'NO_ATTESTATION' THEN 'NONE'
  WHEN 'NOT_LOOKED_AT' THEN 'NOT_FETCHED'
  WHEN 'NOT_SERVED' THEN 'NOT_FOUND'
  WHEN 'NOT_VERIFIED' THEN 'NOT_CHECKED'
  WHEN 'UNDECIDED' THEN 'INCONCLUSIVE' END
WHERE evidence IN ('NO_ATTESTATION', 'NOT_LOOKED_AT', 'NOT_SERVED', 'NOT_VERIFIED', 'UNDECIDED');
ALTER TABLE version ADD CONSTRAINT version_evidence_check
  CHECK (evidence IN ('NONE', 'UNKNOWN', 'REMOVED', 'NOT_FETCHED', 'REFUSED', 'FAILING', 'NOT_FOUND',
    'UNREADABLE', 'PUBLISH_ONLY', 'NOT_CHECKED', 'INCONCLUSIVE', 'REJECTED', 'VERIFIED'));
-- Nine in ten versions have no attestation: nobody looks for those by an index.
CREATE INDEX version_evidence ON version (evidence) WHERE evidence <> 'NONE';
COMMENT ON COLUMN version.evidence IS
  'Follows from the current response and the newest verdicts on it, written in the same transaction. NOT_FETCHED, FAILING and NOT_CHECKED are shown as pending, NOT_FOUND and REFUSED as missing, each with its reason. REMOVED: it was removed before an attestation of it could be fetched.';

ALTER TABLE verification DROP CONSTRAINT verification_outcome_check;
DROP INDEX verification_undecided;
UPDATE verification w
SET outcome = CASE w.outcome WHEN 'UNDECIDED' THEN 'INCONCLUSIVE' ELSE w.outcome END,
  checks = (
    SELECT jsonb_agg(
      CASE c.value ->> 'status' WHEN 'UNDECIDED'
        THEN jsonb_set(c.value, '{status}', '"INCONCLUSIVE"') ELSE c.value END
      ORDER BY c.ordinality)
    FROM jsonb_array_elements(w.checks) WITH ORDINALITY c)
WHERE w.outcome = 'UNDECIDED' OR w.checks @> '[{"status": "UNDECIDED"}]';
ALTER TABLE verification ADD CONSTRAINT verification_outcome_check
  CHECK (outcome IN ('VERIFIED', 'REJECTED', 'INCONCLUSIVE', 'UNREADABLE'));
CREATE INDEX verification_inconclusive ON verification (id) WHERE outcome = 'INCONCLUSIVE';

ALTER TABLE registry_signature DROP CONSTRAINT registry_signature_status_check;
UPDATE registry_signature SET status = 'INCONCLUSIVE' WHERE status = 'UNDECIDED';
ALTER TABLE registry_signature ADD CONSTRAINT registry_signature_status_check
  CHECK (status IN ('PASSED', 'FAILED', 'NOT_APPLICABLE', 'INCONCLUSIVE'));
COMMENT ON COLUMN registry_signature.missing IS
  'The key that our trust material lacks, {kind, id, judgedAfter}; null unless that is why status is INCONCLUSIVE.';

ALTER TABLE package_event DROP CONSTRAINT package_event_kind_check;
UPDATE package_event SET kind = 'VERSION_REMOVED' WHERE kind = 'VERSION_UNPUBLISHED';
ALTER TABLE package_event ADD CONSTRAINT package_event_kind_check
  CHECK (kind IN ('PACKAGE_UNPUBLISHED', 'PACKAGE_RESTORED', 'PACKAGE_NOT_FOUND',
    'PACKAGE_FOUND_AGAIN', 'SECURITY_TAKEDOWN', 'TAKEDOWN_ENDED', 'VERSION_REMOVED',
    'VERSION_RESTORED', 'DIST_TAG_ADDED', 'DIST_TAG_MOVED', 'DIST_TAG_REMOVED', 'DEPRECATED',
    'DEPRECATION_CHANGED', 'UNDEPRECATED', 'PUBLISHER_CHANGED', 'TRUSTED_PUBLISHER_CHANGED',
    'APPROVER_CHANGED', 'PUBLISH_TIME_CHANGED', 'INTEGRITY_CHANGED', 'SHASUM_CHANGED',
    'INTEGRITY_RESTATED', 'ATTESTATIONS_MISSING', 'ATTESTATIONS_SERVED_AGAIN',
    'ATTESTATIONS_NOT_ADVERTISED', 'ATTESTATIONS_ADVERTISED_AGAIN'));
