-- The trust material that all processes share: one of them asks Sigstore's TUF repository and stores
-- here what it says, and the others take it from here.

CREATE TABLE trust_copy (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  revision bigint NOT NULL DEFAULT 0,
  digest bytea CHECK (octet_length(digest) = 32),
  confirmed_at timestamptz,
  problem text,
  CHECK ((digest IS NULL) = (confirmed_at IS NULL))
);
INSERT INTO trust_copy DEFAULT VALUES;
COMMENT ON TABLE trust_copy IS 'One row: the last good copy, and how the last refresh ended.';
COMMENT ON COLUMN trust_copy.revision IS 'Grows with each copy that is stored; 0 while there is none.';
COMMENT ON COLUMN trust_copy.digest IS
  'SHA-256 over trusted_root.json and npm_keys.json, as verifier.trust_digest has it.';
COMMENT ON COLUMN trust_copy.confirmed_at IS 'When the TUF repository last said so.';
COMMENT ON COLUMN trust_copy.problem IS 'Why the last refresh failed; null after a success.';

CREATE TABLE trust_file (
  name text COLLATE "C" PRIMARY KEY,
  content bytea NOT NULL
);
COMMENT ON TABLE trust_file IS
  'The copy''s files: both documents, and the TUF metadata with which the next refresh begins.';
