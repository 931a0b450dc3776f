-- What our side lacked for a check that it left undecided: shown to the operator, and judged again
-- when trust material was confirmed since.

ALTER TABLE registry_signature ADD COLUMN missing jsonb;
COMMENT ON COLUMN registry_signature.missing IS
  'The key that our trust material lacks, {kind, id, judgedAfter}; null unless that is why status is UNDECIDED.';
COMMENT ON COLUMN verification.checks IS
  'An array of {kind, status, reason, missing} in the order of CheckKind; missing, {kind, id, judgedAfter}, only where our side lacks something. As rows they would be twelve times as many, and no query asks for one alone.';

CREATE INDEX verification_undecided ON verification (id) WHERE outcome = 'UNDECIDED';
CREATE INDEX registry_signature_missing ON registry_signature (version_id) WHERE missing IS NOT NULL;
