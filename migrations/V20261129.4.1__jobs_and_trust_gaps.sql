-- How each background job stands, for those who look at the status of the installation.
CREATE TABLE job (
  name text COLLATE "C" PRIMARY KEY,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  failing_since timestamptz,
  reason text,
  next_at timestamptz
);
COMMENT ON TABLE job IS 'The jobs that recur, with how each ended last in whichever process ran it.';
COMMENT ON COLUMN job.failing_since IS
  'When the first failure was after the last success; null where it did not fail since.';
COMMENT ON COLUMN job.reason IS 'Of the last failure, in a sentence; it stays after a success.';
COMMENT ON COLUMN job.next_at IS 'When it runs again; null for the crawl, which does not pause.';

-- What our side lacks by the newest verdicts, counted by a job.
CREATE TABLE trust_gap (
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  versions bigint NOT NULL,
  asked_at timestamptz,
  PRIMARY KEY (kind, id)
);
COMMENT ON TABLE trust_gap IS
  'A key, log, authority, issuer or builder that checks lack: a hundred at the most, those that most versions need. The row ends when no newest verdict lacks it.';
COMMENT ON COLUMN trust_gap.id IS 'As attestations or the registry name it.';
COMMENT ON COLUMN trust_gap.since IS 'When we noticed.';
COMMENT ON COLUMN trust_gap.asked_at IS 'When trust material was last asked for because of it.';
