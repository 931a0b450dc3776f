// The floor of every crawl: asks for the same paths and throws the answers away.
// node fetch.mjs REGISTRY REQUESTS_FILE CONCURRENCY
import { readFileSync } from 'node:fs';
import http from 'node:http';

const [registry, file, concurrency] = process.argv.slice(2);
const paths = readFileSync(file, 'utf8').split('\n').filter(path => path);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(concurrency) });
const requests = paths.length;
let bytes = 0;

function ask(path) {
  return new Promise((resolve, reject) => {
    http.get(registry + path, { agent, headers: { 'accept-encoding': 'gzip' } }, response => {
      response.on('data', chunk => { bytes += chunk.length; }).on('end', resolve).on('error', reject);
    }).on('error', reject);
  });
}

const start = performance.now();
const used = process.cpuUsage();
await Promise.all(Array.from({ length: Number(concurrency) }, async () => {
  for (let path; (path = paths.pop()) !== undefined;) {
    await ask(path);
  }
}));
const { user, system } = process.cpuUsage(used);
const seconds = (performance.now() - start) / 1000;
agent.destroy();
console.log(JSON.stringify({
  requests, megabytes: bytes / 1e6, seconds, cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1000,
}));
