-- Finds the verdicts that rest on an older verifier without a walk through all of them.

ALTER TABLE attestation ADD COLUMN verifier_id bigint REFERENCES verifier;
COMMENT ON COLUMN attestation.verifier_id IS
  'What the newest verdict depended on. Null counts as older than all: a process that is not upgraded yet wrote it.';
UPDATE attestation a
SET verifier_id = w.verifier_id
FROM verification w
WHERE w.id = a.verification_id;
CREATE INDEX attestation_verifier ON attestation (coalesce(verifier_id, 0), id);
CREATE INDEX registry_signature_verifier
  ON registry_signature (coalesce(verifier_id, 0), version_id);
