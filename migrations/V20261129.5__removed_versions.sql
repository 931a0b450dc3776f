-- A version that the registry removed before its attestation was fetched has a state of its own. It
-- was told as one that is not looked at yet, which it can never be.

UPDATE version
SET evidence = 'REMOVED'
WHERE removed_at IS NOT NULL AND evidence IN ('NOT_LOOKED_AT', 'FAILING', 'REFUSED');

COMMENT ON COLUMN version.evidence IS
  'Follows from the current response and the newest verdicts on it, written in the same transaction. REMOVED: it was removed before an attestation of it could be fetched.';

-- What was removed is few, and people ask for it alone.
CREATE INDEX version_removed ON version (published_at DESC NULLS LAST, id DESC)
  WHERE removed_at IS NOT NULL;
