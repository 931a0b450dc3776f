-- One repository is what has one id at its forge, whatever its names. So far a row stood for names,
-- and had the id of whoever signed last under them: a name that passed on took all that its former
-- holder had built along.

ALTER TABLE repository
  ADD COLUMN identified_since timestamptz,
  ADD COLUMN identified_version_at timestamptz;

-- Not NULLS NOT DISTINCT: an index of expressions is read by the same expressions in queries.
DROP INDEX repository_natural_key;
CREATE UNIQUE INDEX repository_natural_key
  ON repository (host, lower(owner), lower(name), coalesce(forge_repository_id, ''));

COMMENT ON TABLE repository IS
  'A source repository under one name. Rows with one forge_repository_id are one repository under several names; rows of one name with several ids are several repositories.';
COMMENT ON COLUMN repository.forge_repository_id IS
  'The forge''s own id, as certificates of verified provenance state it. Null for the name alone, which is all that a package.json, an early certificate and an unverified claim have.';
COMMENT ON COLUMN repository.identified_at IS
  'When the newest verified provenance of this id under this name was signed.';
COMMENT ON COLUMN repository.identified_since IS 'When the oldest one was signed.';
COMMENT ON COLUMN repository.identified_version_at IS
  'Publish time of the newest one''s version: of two that were signed in one second, it says which is newer.';
COMMENT ON COLUMN provenance.repository_id IS
  'The repository by the certified id where the newest verdict is verified, by the name alone otherwise.';
COMMENT ON COLUMN provenance.source_owner IS
  'As this provenance spells it, and the ids that it claims; repository has the newest spelling and the certified id.';

-- What is stored is told apart anew. Rows keep their names and the declarations that point at them;
-- each certified id gets a row of its own, and what it signed points there.

CREATE TEMPORARY TABLE certified ON COMMIT DROP AS
SELECT pr.attestation_id, r.host, pr.source_owner AS owner, pr.source_name AS name,
  a.certificate_extensions ->> '15' AS forge_id, a.certificate_extensions ->> '17' AS owner_id,
  pr.workflow_path, a.signed_at, v.published_at
FROM provenance pr
JOIN repository r ON r.id = pr.repository_id
JOIN attestation a ON a.id = pr.attestation_id
JOIN verification w ON w.id = a.verification_id
JOIN attestation_response s ON s.id = a.response_id
JOIN version v ON v.id = s.version_id
WHERE w.outcome = 'VERIFIED' AND a.certificate_extensions ->> '15' IS NOT NULL;

UPDATE repository
SET forge_repository_id = NULL, forge_owner_id = NULL, identified_at = NULL
WHERE forge_repository_id IS NOT NULL;

INSERT INTO repository (host, owner, name, forge_repository_id, forge_owner_id, identified_at,
  identified_since, identified_version_at)
SELECT DISTINCT ON (host, lower(owner), lower(name), forge_id)
  host, owner, name, forge_id, owner_id, signed_at,
  min(signed_at) OVER (PARTITION BY host, lower(owner), lower(name), forge_id), published_at
FROM certified
ORDER BY host, lower(owner), lower(name), forge_id, signed_at DESC NULLS LAST,
  published_at DESC NULLS LAST;

INSERT INTO workflow (repository_id, path)
SELECT DISTINCT r.id, c.workflow_path
FROM certified c
JOIN repository r ON r.host = c.host AND lower(r.owner) = lower(c.owner)
  AND lower(r.name) = lower(c.name) AND r.forge_repository_id = c.forge_id
WHERE c.workflow_path IS NOT NULL;

UPDATE provenance pr
SET repository_id = r.id,
  workflow_id = (SELECT w.id FROM workflow w WHERE w.repository_id = r.id AND w.path = c.workflow_path)
FROM certified c
JOIN repository r ON r.host = c.host AND lower(r.owner) = lower(c.owner)
  AND lower(r.name) = lower(c.name) AND r.forge_repository_id = c.forge_id
WHERE pr.attestation_id = c.attestation_id;

DELETE FROM workflow w WHERE NOT EXISTS (SELECT FROM provenance pr WHERE pr.workflow_id = w.id);

-- What an older reader of addresses made of declarations is made right by the new one, in the
-- background: SQL would be another reader.
CREATE TABLE declarations_read (
  reader integer PRIMARY KEY,
  after_package_id bigint NOT NULL,
  done boolean NOT NULL
);
COMMENT ON TABLE declarations_read IS
  'How far the stored versions'' declared repositories were read by each reader of addresses.';
COMMENT ON COLUMN declarations_read.after_package_id IS 'Packages up to this key are done.';
