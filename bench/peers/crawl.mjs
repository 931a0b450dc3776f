// Crawls a registry as one would with npm's own libraries:
// node crawl.mjs REGISTRY TRUST_FOLDER CONCURRENCY [REQUESTS_FILE]
// The database is named by PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE. REQUESTS_FILE gets each
// path that was asked for, for fetch.mjs.
import { writeFileSync } from 'node:fs';
import npmFetch from 'npm-registry-fetch';
import pg from 'pg';
import { verifier, verify } from './trust.mjs';

const [registry, folder, concurrency, requestsFile] = process.argv.slice(2);
const options = { registry, maxSockets: Number(concurrency), preferOnline: true };
const pool = new pg.Pool({ max: Number(concurrency) });
const trust = verifier(folder);
const counts = { packages: 0, versions: 0, responses: 0, verified: 0, rejected: 0, unreadable: 0, missing: 0 };
const requests = [];

const SCHEMA = `
  DROP TABLE IF EXISTS peer_attestation, peer_version, peer_package;
  CREATE TABLE peer_package (name text PRIMARY KEY, latest text, modified timestamptz);
  CREATE TABLE peer_version (
    package text, version text, integrity text, published timestamptz, repository text, deprecated text,
    PRIMARY KEY (package, version));
  CREATE TABLE peer_attestation (
    package text, version text, predicate_type text, verified boolean, reason text, bundle jsonb)`;

async function ask(path) {
  requests.push(path);
  return npmFetch.json(path, options);
}

async function names() {
  const all = [];
  for (let since = 0, before = -1; since !== before;) {
    const page = await npmFetch.json(`/registry/_changes?since=${since}&limit=10000`, options);
    all.push(...page.results.map(line => line.id));
    [before, since] = [since, page.last_seq];
  }
  return all;
}

const text = value => (typeof value === 'string' ? value.replaceAll('\0', '') : null);
const escaped = name => name.replace('/', '%2F');

/** The rows of a version's attestations; a response that is not there or not JSON has none. */
async function attestations(name, version) {
  let response;
  try {
    response = await ask(`/-/npm/v1/attestations/${escaped(name)}@${encodeURIComponent(version)}`);
  } catch (error) {
    counts[error.code === 'E404' ? 'missing' : 'unreadable']++;
    return [];
  }
  counts.responses++;
  return response.attestations.map(({ predicateType, bundle }) => {
    let reason = null;
    try {
      verify(trust, bundle);
      counts.verified++;
    } catch (error) {
      reason = error.message;
      counts.rejected++;
    }
    return { package: name, version, predicate_type: predicateType, verified: reason === null, reason, bundle };
  });
}

async function crawl(name) {
  const packument = await ask(`/${escaped(name)}`);
  const versions = Object.values(packument.versions ?? {});
  const proven = versions.filter(({ dist }) => dist?.attestations);
  const rows = (await Promise.all(proven.map(({ version }) => attestations(name, version)))).flat();
  await store(packument, versions, rows);
  counts.packages++;
  counts.versions += versions.length;
}

async function store(packument, versions, attestations) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('INSERT INTO peer_package VALUES ($1, $2, $3)',
      [packument.name, text(packument['dist-tags']?.latest), packument.time?.modified]);
    await client.query(
      'INSERT INTO peer_version SELECT * FROM jsonb_populate_recordset(null::peer_version, $1)',
      [JSON.stringify(versions.map(({ version, dist, repository, deprecated }) => ({
        package: packument.name,
        version: text(version),
        integrity: text(dist?.integrity),
        published: packument.time?.[version],
        repository: text(repository?.url),
        deprecated: text(deprecated),
      })))]);
    await client.query(
      'INSERT INTO peer_attestation SELECT * FROM jsonb_populate_recordset(null::peer_attestation, $1)',
      [JSON.stringify(attestations)]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

await pool.query(SCHEMA);
const waiting = await names();
const start = performance.now();
const used = process.cpuUsage();
await Promise.all(Array.from({ length: Number(concurrency) }, async () => {
  for (let name; (name = waiting.pop()) !== undefined;) {
    await crawl(name);
  }
}));
const { user, system } = process.cpuUsage(used);
const seconds = (performance.now() - start) / 1000;
await pool.end();
if (requestsFile) {
  writeFileSync(requestsFile, requests.join('\n') + '\n');
}
console.log(JSON.stringify({
  ...counts, requests: requests.length, seconds, cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1000,
}));
