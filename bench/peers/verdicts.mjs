// What sigstore-js says of bundles: node verdicts.mjs FOLDER
// Reads a bundle from each line of bundles.ndjson, with the folder's trust material, and prints a JSON text for each:
// empty where it verifies, else why not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifier, verify } from './trust.mjs';

const folder = process.argv[2];
const trusted = verifier(folder);
const lines = readFileSync(join(folder, 'bundles.ndjson'), 'utf8').split('\n').filter(line => line);
for (const line of lines) {
  let problem = '';
  try {
    verify(trusted, JSON.parse(line));
  } catch (error) {
    problem = `${error.code ?? error.name}: ${String(error.message).slice(0, 300)}` || 'an error';
  }
  console.log(JSON.stringify(problem));
}
