-- States that were told as others so far: refused and failing attestations as "not looked at yet",
-- and so a version that was removed before it was looked at; a mirror's silence as "no provenance".

ALTER TABLE version DROP CONSTRAINT version_evidence_check;
ALTER TABLE version ADD CONSTRAINT version_evidence_check
  CHECK (evidence IN ('NO_ATTESTATION', 'UNKNOWN', 'REMOVED', 'NOT_LOOKED_AT', 'REFUSED', 'FAILING',
    'NOT_SERVED', 'UNREADABLE', 'PUBLISH_ONLY', 'NOT_VERIFIED', 'UNDECIDED', 'REJECTED', 'VERIFIED'))
  -- Only new words were added, so that no stored row need be read for it.
  NOT VALID;
