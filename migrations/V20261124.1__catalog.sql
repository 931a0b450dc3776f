-- The catalog: what npm packages say, what was served, and what was made of it.
-- docs/schema.md tells the tables' story and their invariants.

-- Substring search. Comes with Postgres, and its owner of a database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Names, versions and refs are compared by character everywhere, whatever the server's locale:
-- COLLATE "C" also lets LIKE 'prefix%' use a plain index.

CREATE TABLE repository (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  host text COLLATE "C" NOT NULL,
  owner text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  forge_repository_id text COLLATE "C",
  forge_owner_id text COLLATE "C",
  identified_at timestamptz
);
CREATE UNIQUE INDEX repository_natural_key ON repository (host, lower(owner), lower(name));
CREATE INDEX repository_forge_id ON repository (host, forge_repository_id)
  WHERE forge_repository_id IS NOT NULL;
CREATE INDEX repository_search ON repository USING gin (lower(owner || '/' || name) gin_trgm_ops);
COMMENT ON TABLE repository IS
  'A source repository by its names, spelled as first seen. After a rename there are two rows with one forge_repository_id.';
COMMENT ON COLUMN repository.forge_repository_id IS
  'The forge''s own id, by the newest verified provenance; a name that was given up and taken again changes it.';
COMMENT ON COLUMN repository.identified_at IS
  'Signing time of the provenance that gave the ids; an older one that arrives late does not replace them.';

CREATE TABLE workflow (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  repository_id bigint NOT NULL REFERENCES repository,
  path text COLLATE "C" NOT NULL,
  UNIQUE (repository_id, path)
);

CREATE TABLE builder (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uri text COLLATE "C" NOT NULL UNIQUE
);
COMMENT ON COLUMN builder.uri IS 'The predicate''s builder id.';

CREATE TABLE package (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE,
  search_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
  bare_name text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (lower(regexp_replace(name, '^@[^/]*/', ''))) STORED,
  description text,
  added_at timestamptz NOT NULL,
  created_at timestamptz,
  modified_at timestamptz,
  unpublished_at timestamptz,
  latest_version_id bigint,
  downloads_last_month bigint,
  downloads_at timestamptz
);
CREATE INDEX package_search ON package USING gin (search_name gin_trgm_ops);
CREATE INDEX package_search_prefix ON package (search_name);
CREATE INDEX package_bare_prefix ON package (bare_name);
CREATE INDEX package_downloads ON package (downloads_last_month DESC NULLS LAST, name);
COMMENT ON COLUMN package.bare_name IS 'Lower case, without scope: people search for it so.';
COMMENT ON COLUMN package.added_at IS 'When we first heard of the name; created_at is the registry''s word.';
COMMENT ON COLUMN package.latest_version_id IS 'Where dist-tag latest points; null where it points nowhere.';

-- Apart from package, since it changes with every crawl and the rest hardly ever does.
CREATE TABLE package_crawl (
  package_id bigint PRIMARY KEY REFERENCES package,
  status text NOT NULL
    CHECK (status IN ('PENDING', 'CRAWLED', 'NOT_FOUND', 'UNPUBLISHED', 'FAILED', 'UNREADABLE')),
  status_since timestamptz NOT NULL,
  error text,
  attempts integer NOT NULL DEFAULT 0,
  last_attempt_at timestamptz,
  last_success_at timestamptz,
  next_try_at timestamptz,
  facts_at timestamptz,
  etag text,
  body_sha256 bytea
);
CREATE INDEX package_crawl_due ON package_crawl (next_try_at);
CREATE INDEX package_crawl_status ON package_crawl (status);
CREATE INDEX package_crawl_failures ON package_crawl (last_attempt_at DESC, package_id)
  WHERE status IN ('NOT_FOUND', 'FAILED', 'UNREADABLE');
COMMENT ON COLUMN package_crawl.status_since IS
  'When the status became what it is: for NOT_FOUND and UNPUBLISHED, when we noticed.';
COMMENT ON COLUMN package_crawl.attempts IS 'Failures in a row since the last success.';
COMMENT ON COLUMN package_crawl.facts_at IS
  'When the packument was asked for whose facts are stored; an earlier crawl that ends later changes none of them.';

CREATE TABLE version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  package_id bigint NOT NULL REFERENCES package,
  version text COLLATE "C" NOT NULL,
  sort_key bytea NOT NULL,
  added_at timestamptz NOT NULL,
  published_at timestamptz,
  removed_at timestamptz,
  dist_tags text[] NOT NULL,
  deprecated text,
  publisher text,
  trusted_publisher text,
  approver text,
  repository_url text,
  repository_directory text,
  declared_repository_id bigint REFERENCES repository,
  homepage text,
  license text,
  git_head text,
  tarball text,
  integrity text,
  shasum text,
  unpacked_size bigint,
  has_install_script boolean NOT NULL,
  attestations_url text,
  evidence text NOT NULL
    CHECK (evidence IN ('NO_ATTESTATION', 'NOT_LOOKED_AT', 'NOT_SERVED', 'UNREADABLE',
      'PUBLISH_ONLY', 'NOT_VERIFIED', 'UNDECIDED', 'REJECTED', 'VERIFIED')),
  response_id bigint,
  response_at timestamptz,
  response_missing_since timestamptz,
  provenance_id bigint,
  verification_id bigint,
  UNIQUE (package_id, version)
);
ALTER TABLE package ADD FOREIGN KEY (latest_version_id) REFERENCES version;
CREATE INDEX version_order ON version (package_id, sort_key, version);
CREATE INDEX version_evidence ON version (evidence);
CREATE INDEX version_response ON version (response_id) WHERE response_id IS NOT NULL;
CREATE INDEX version_provenance ON version (provenance_id) WHERE provenance_id IS NOT NULL;
CREATE INDEX version_with_provenance ON version (package_id) WHERE provenance_id IS NOT NULL;
CREATE INDEX version_arrivals ON version (published_at DESC NULLS LAST, id DESC)
  WHERE provenance_id IS NOT NULL;
CREATE INDEX version_declared ON version (declared_repository_id)
  WHERE declared_repository_id IS NOT NULL;
COMMENT ON COLUMN version.sort_key IS
  'Compares by byte as the version text does by semver; ties are broken by the text.';
COMMENT ON COLUMN version.added_at IS 'When we first saw it; published_at is the registry''s word.';
COMMENT ON COLUMN version.removed_at IS
  'When we noticed that the registry no longer has it; null while it has. No version is ever deleted.';
COMMENT ON COLUMN version.integrity IS 'Unchanged: registry signatures cover the text.';
COMMENT ON COLUMN version.attestations_url IS 'As advertised. Never followed.';
COMMENT ON COLUMN version.evidence IS
  'Follows from the current response and the newest verdicts on it, written in the same transaction.';
COMMENT ON COLUMN version.response_id IS 'The response that was served last.';
COMMENT ON COLUMN version.response_at IS
  'When response_id was first served as the current one; what was asked for earlier does not replace it.';
COMMENT ON COLUMN version.response_missing_since IS
  'When we noticed that the stored response is no longer served; the bytes stay.';
COMMENT ON COLUMN version.provenance_id IS 'The provenance that evidence is about.';
COMMENT ON COLUMN version.verification_id IS 'The newest verdict on provenance_id.';

CREATE TABLE attestation_response (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id bigint NOT NULL REFERENCES version,
  sha256 bytea NOT NULL,
  url text NOT NULL,
  fetched_at timestamptz NOT NULL,
  size integer NOT NULL,
  body bytea NOT NULL,
  problem text,
  UNIQUE (version_id, sha256)
);
-- Already compressed; Postgres need not try.
ALTER TABLE attestation_response ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE version ADD FOREIGN KEY (response_id) REFERENCES attestation_response;
COMMENT ON TABLE attestation_response IS
  'Every attestation response that was ever served, byte for byte. What is parsed from it can be made again.';
COMMENT ON COLUMN attestation_response.sha256 IS 'Of the body as served.';
COMMENT ON COLUMN attestation_response.size IS 'Of the body as served, in bytes.';
COMMENT ON COLUMN attestation_response.body IS 'The body as served, compressed (zlib, RFC 1950).';
COMMENT ON COLUMN attestation_response.fetched_at IS 'When these bytes were first served.';
COMMENT ON COLUMN attestation_response.problem IS 'Why it is not an attestation response; null where it is one.';

CREATE TABLE attestation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  response_id bigint NOT NULL REFERENCES attestation_response,
  ordinal integer NOT NULL,
  kind text CHECK (kind IN ('PROVENANCE', 'PUBLISH', 'OTHER')),
  predicate_type text,
  wrapper_predicate_type text,
  media_type text,
  statement_type text,
  subjects jsonb,
  signer_identity text,
  signer_issuer text,
  certificate bytea,
  certificate_extensions jsonb,
  certificate_not_before timestamptz,
  certificate_not_after timestamptz,
  key_hint text,
  log_kind text,
  log_index bigint,
  log_id bytea,
  log_integrated_at timestamptz,
  log_promise boolean,
  log_proof boolean,
  log_checkpoint boolean,
  signed_at timestamptz,
  time_source text CHECK (time_source IN ('TRANSPARENCY_LOG', 'TIMESTAMP_AUTHORITY')),
  verification_id bigint,
  UNIQUE (response_id, ordinal)
);
COMMENT ON TABLE attestation IS
  'What is read from one attestation of a response, before anything is verified.';
COMMENT ON COLUMN attestation.ordinal IS 'Its place in the response, from 0.';
COMMENT ON COLUMN attestation.kind IS 'Null where the attestation could not be read; then the rest is, too.';
COMMENT ON COLUMN attestation.key_hint IS 'Signed by a managed key; null where by certificate.';
COMMENT ON COLUMN attestation.certificate_extensions IS
  'Fulcio''s extensions 1.3.6.1.4.1.57264.1.N by N, decoded.';
COMMENT ON COLUMN attestation.verification_id IS 'The newest verdict.';

CREATE TABLE provenance (
  attestation_id bigint PRIMARY KEY REFERENCES attestation,
  repository_id bigint REFERENCES repository,
  source_owner text COLLATE "C",
  source_name text COLLATE "C",
  source_repository_id text COLLATE "C",
  source_owner_id text COLLATE "C",
  ref text COLLATE "C",
  commit text COLLATE "C",
  workflow_id bigint REFERENCES workflow,
  workflow_path text COLLATE "C",
  workflow_ref text COLLATE "C",
  trigger text,
  run_url text,
  invocation_id text,
  build_type text,
  builder_id bigint REFERENCES builder,
  provider text CHECK (provider IN ('GITHUB_ACTIONS', 'GITLAB_CI', 'OTHER')),
  runner_environment text
);
CREATE INDEX provenance_repository ON provenance (repository_id);
CREATE INDEX provenance_workflow ON provenance (workflow_id);
ALTER TABLE version ADD FOREIGN KEY (provenance_id) REFERENCES provenance;
COMMENT ON TABLE provenance IS
  'The normalised provenance of an attestation. Null is what it does not say; nothing is guessed.';
COMMENT ON COLUMN provenance.source_owner IS
  'As this provenance spells it, and the ids that it gives; repository has what was spelled first and the newest ids.';
COMMENT ON COLUMN provenance.workflow_path IS
  'The same as the workflow''s; kept for a workflow whose repository is not known.';

CREATE TABLE verifier (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version text COLLATE "C" NOT NULL,
  policy integer NOT NULL,
  trust_digest bytea NOT NULL,
  UNIQUE (version, policy, trust_digest)
);
COMMENT ON TABLE verifier IS 'What verdicts depended on: code, policy and trust material.';

CREATE TABLE verification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  attestation_id bigint NOT NULL REFERENCES attestation,
  verifier_id bigint NOT NULL REFERENCES verifier,
  verified_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('VERIFIED', 'REJECTED', 'UNDECIDED', 'UNREADABLE')),
  level text CHECK (level IN ('L2', 'L3')),
  checks jsonb NOT NULL,
  checks_passed integer NOT NULL,
  checks_applicable integer NOT NULL
);
CREATE INDEX verification_history ON verification (attestation_id, id DESC);
ALTER TABLE attestation ADD FOREIGN KEY (verification_id) REFERENCES verification;
ALTER TABLE version ADD FOREIGN KEY (verification_id) REFERENCES verification;
COMMENT ON TABLE verification IS
  'Verdicts, appended and never changed; one equal to its predecessor is not appended.';
COMMENT ON COLUMN verification.checks IS
  'An array of {kind, status, reason} in the order of CheckKind. As rows they would be twelve times as many, and no query asks for one alone.';

CREATE TABLE registry_signature (
  version_id bigint PRIMARY KEY REFERENCES version,
  key_ids text[] NOT NULL,
  signatures text[] NOT NULL,
  status text CHECK (status IN ('PASSED', 'FAILED', 'NOT_APPLICABLE', 'UNDECIDED')),
  reason text,
  verifier_id bigint REFERENCES verifier,
  checked_at timestamptz
);
CREATE INDEX registry_signature_status ON registry_signature (status);
COMMENT ON TABLE registry_signature IS
  'A version''s dist.signatures as served, with the newest result of checking them; null before it was made.';

CREATE TABLE setting (
  name text PRIMARY KEY,
  value text NOT NULL,
  changed_at timestamptz NOT NULL
);
COMMENT ON TABLE setting IS 'Facts about this installation, recorded by the crawling side for the pages.';
