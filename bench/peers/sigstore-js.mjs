// Times sigstore-js over a workload: node sigstore-js.mjs FOLDER THREADS SECONDS ROUNDS
// Each bundle goes the way of npm's own audit: from the response's JSON to a verdict.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { verifier, verify as verifyBundle } from './trust.mjs';

/** Throws where a bundle does not verify: each one of the workload must. */
function verify(verifier, response) {
  const { attestations } = JSON.parse(response);
  for (const { bundle } of attestations) {
    verifyBundle(verifier, bundle);
  }
  return attestations.length;
}

function round({ folder, thread, threads, seconds }, state) {
  const end = performance.now() + seconds * 1000;
  let bundles = 0;
  for (let at = thread; performance.now() < end; at += threads) {
    bundles += verify(state.verifier, state.responses[at % state.responses.length]);
  }
  return bundles;
}

if (isMainThread) {
  const [folder, threads, seconds, rounds] = process.argv.slice(2);
  const workers = Array.from({ length: Number(threads) }, (_, thread) =>
    new Worker(new URL(import.meta.url), {
      workerData: { folder, thread, threads: Number(threads), seconds: Number(seconds) },
    }));
  const answers = () => Promise.all(workers.map(worker =>
    new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))));
  await answers(); // each has read its bundles
  for (let count = 0; count < Number(rounds); count++) {
    const done = answers();
    const start = performance.now();
    workers.forEach(worker => worker.postMessage('go'));
    const bundles = (await done).reduce((left, right) => left + right, 0);
    console.log((bundles / (performance.now() - start) * 1000).toFixed(1));
  }
  workers.forEach(worker => worker.terminate());
} else {
  const lines = readFileSync(join(workerData.folder, 'responses.tsv'), 'utf8').split('\n');
  const state = {
    verifier: verifier(workerData.folder),
    responses: lines.filter(line => line).map(line => line.slice(line.lastIndexOf('\t') + 1)),
  };
  parentPort.on('message', () => parentPort.postMessage(round(workerData, state)));
  parentPort.postMessage('ready');
}
