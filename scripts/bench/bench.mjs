// How fast is the suite? Requests a second of the whole engine, and of a bare undici loop that sends the same
// requests to the same endpoint, which runs in a process of its own; and values a second of the generators.
// Pairs are interleaved and medians told, since machines drift. Prints, writes bench.json, asserts nothing.
//
//   npm run bench [-- PAIRS [PROFILE]]
import { spawn } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { Pool } from 'undici';
import { requestCases } from '../../dist/generators/request/request-case.js';
import { buildContract } from '../../dist/spec/contract/build-contract.js';
import { loadDocument } from '../../dist/spec/document/load-document.js';
import { ownDescription } from '../../dist/spec/package-root.js';
import { buildCatalogue } from '../../dist/spec/requirements/catalogue.js';
import { parseTarget } from '../../dist/suites/exchange/target.js';
import { judge, noTotals } from '../../dist/suites/judge/judge.js';

const PAIRS = Number(process.argv[2] ?? 3);
const PROFILE = process.argv[3] ?? 'standard';
const IN_FLIGHT = 16;
const CLOCK = new Date();

const contract = buildContract(await loadDocument(ownDescription()));
const catalogue = buildCatalogue(contract);

const recorded = [];
await withEndpoint((endpoint) => runSuite(endpoint, recorded)); // the warm-up records what the bare loop sends
const pairs = [];
for (let pair = 0; pair < PAIRS; pair += 1) {
  const suite = await withEndpoint((endpoint) => runSuite(endpoint, null));
  const bare = await withEndpoint((endpoint) => runBare(endpoint, recorded));
  pairs.push({ suite, bare, ratio: suite.rate / bare.rate });
  console.log(
    `pair ${pair + 1}: suite ${rate(suite)}, bare loop ${rate(bare)}, ratio ${(suite.rate / bare.rate).toFixed(2)}`,
  );
}
const result = {
  node: process.version,
  profile: PROFILE,
  requests: recorded.length,
  distinct: new Set(recorded.map((one) => JSON.stringify(one))).size,
  suite: median(pairs.map(({ suite }) => suite.rate)),
  bare: median(pairs.map(({ bare }) => bare.rate)),
  ratio: median(pairs.map(({ ratio }) => ratio)),
  seconds: median(pairs.map(({ suite }) => suite.seconds)),
  generators: generatorRates(),
};
console.log(
  `\nmedians of ${PAIRS} pairs, ${PROFILE}: suite ${Math.round(result.suite)} requests/s in ${result.seconds.toFixed(1)} s,` +
    ` bare loop ${Math.round(result.bare)} requests/s, ratio ${result.ratio.toFixed(2)}`,
);
console.log(
  `${result.requests} requests, ${result.distinct} of them distinct\n\nvalues a second of the generators, by requirement:`,
);
for (const [id, perSecond] of Object.entries(result.generators))
  console.log(`  ${String(perSecond).padStart(9)}  ${id}`);
writeFileSync('bench.json', `${JSON.stringify(result, null, 2)}\n`);
console.log('\nwritten to bench.json');

async function runSuite(endpoint, record) {
  const plan = {
    contract,
    catalogue,
    requirements: catalogue,
    scope: { writes: true, provisions: { mode: 'open', namespaces: [], repositories: [], accounts: [] } },
    profile: PROFILE,
    seed: 1,
    clock: CLOCK,
    concurrency: IN_FLIGHT,
    maxRequests: null,
  };
  const totals = noTotals();
  const options = { timeout: 10_000, userAgent: 'bench' };
  const note = ({ request: { method, path, headers, body } }) =>
    record.push({ method, path, headers, body: body === null ? null : Buffer.from(body).toString('base64') });
  if (record !== null) diagnostics.subscribe('undici:request:create', note);
  const target = parseTarget(endpoint.url, endpoint.token);
  const started = performance.now();
  for await (const _ of judge(target, plan, options, totals, new AbortController().signal));
  if (record !== null) diagnostics.unsubscribe('undici:request:create', note);
  return measured(totals.requests, started);
}

async function runBare(endpoint, requests) {
  const pool = new Pool(endpoint.url, { connections: IN_FLIGHT, pipelining: 1 });
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    for (;;) {
      const request = requests[next];
      next += 1;
      if (request === undefined) return;
      const answer = await pool.request({
        ...request,
        body: request.body === null ? null : Buffer.from(request.body, 'base64'),
      });
      await answer.body.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  const result = measured(requests.length, started);
  await pool.destroy();
  return result;
}

function generatorRates() {
  const rates = {};
  const operation = contract.operations.find(({ role }) => role === 'create');
  for (const requirement of catalogue.filter(({ operation: id }) => id === operation?.id)) {
    const draws = requestCases(requirement, operation, { clock: CLOCK, depth: 'none' });
    if (draws.length === 0) continue;
    const arbitrary = fc.oneof(...draws.map((draw) => draw.arbitrary));
    const started = performance.now();
    fc.sample(arbitrary, { seed: 1, numRuns: 2000 });
    rates[requirement.id] = Math.round(2000 / ((performance.now() - started) / 1000));
  }
  return rates;
}

async function withEndpoint(use) {
  const child = spawn(
    process.execPath,
    ['dist/cli/main.js', 'mock', '--port', '0', '--now', CLOCK.toISOString()],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  try {
    const [line] = await once(createInterface(child.stdout), 'line');
    return await use(JSON.parse(line));
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

function measured(requests, started) {
  const seconds = (performance.now() - started) / 1000;
  return { seconds, rate: requests / seconds };
}

function rate({ rate: perSecond, seconds }) {
  return `${Math.round(perSecond)} requests/s in ${seconds.toFixed(1)} s`;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
