// Serves the description with Prism, a mock server of others, and asks every operation for its example.
// Exit 0: all answered as documented. Exit 1: one did not. Exit 3: Prism cannot be had.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import SwaggerParser from '@apidevtools/swagger-parser';
import { installInto, npm } from './npm.mjs';
import { compareVersions, isInRange } from './versions.mjs';

const PRISM = '@stoplight/prism-cli';
const DESCRIPTION = fileURLToPath(new URL('../spec/openapi.yaml', import.meta.url));
const CACHE = fileURLToPath(new URL('../node_modules/.cache/prism-check', import.meta.url));
/** The name `a/b` on the wire, as official clients write it: some encode the dollar sign, some do not. */
const SPELLINGS = ['a%24b', 'a$b'];
const START_WITHIN = 60_000;

const prism = await getPrism().catch((error) => {
  console.log(`left out: ${PRISM} could not be had: ${error.message.split('\n')[1] ?? error.message}`);
  return null;
});
process.exitCode = prism === null ? 3 : await check(prism);

async function check({ main, version }) {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [main, 'mock', DESCRIPTION, '-p', String(port), '--multiprocess', 'false'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  try {
    await listening(server);
    console.log(`Prism ${version} serves spec/openapi.yaml`);
    const { paths } = await SwaggerParser.dereference(DESCRIPTION);
    const complaints = [];
    for (const asking of SPELLINGS.flatMap((repository) => askings(paths, repository))) {
      const complaint = await ask(`http://127.0.0.1:${port}`, asking);
      console.log(`${complaint === null ? 'ok  ' : 'FAIL'} ${asking.title}${complaint ?? ''}`);
      if (complaint !== null) complaints.push(complaint);
    }
    return complaints.length === 0 ? 0 : 1;
  } catch (error) {
    console.log(`FAIL ${error.message}`);
    return 1;
  } finally {
    await stop(server);
  }
}

/** One request for each operation, with what the description gives as its answer. */
function askings(paths, repository) {
  return Object.entries(paths).flatMap(([path, item]) =>
    ['get', 'post', 'patch', 'delete']
      .filter((method) => item[method] !== undefined)
      .map((method) => {
        const { operationId, requestBody, responses } = item[method];
        const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2'));
        return {
          title: `${operationId} of ${repository} answers ${status}`,
          method: method.toUpperCase(),
          path: path
            .replace('{namespace}', 'group')
            .replace('{repository}', repository)
            .replace('{access_domain}', 'acme'),
          body: JSON.stringify(firstExample(requestBody?.content)),
          status: Number(status),
          answer: firstExample(response.content),
        };
      }),
  );
}

function firstExample(content) {
  const [example] = Object.values(content?.['application/json']?.examples ?? {});
  return example?.value;
}

/** What is wrong with the answer, or null. */
async function ask(base, { method, path, body, status, answer }) {
  const headers = { 'X-Auth-Token': 'token', 'Content-Type': 'application/json' };
  const response = await fetch(`${base}${path}`, { method, headers, ...(body && { body }) });
  const text = await response.text();
  if (response.status !== status) return `, but got ${response.status}: ${text.slice(0, 300)}`;
  const got = text === '' ? undefined : JSON.parse(text);
  return isDeepStrictEqual(got, answer) ? null : `, but not with its example: ${text.slice(0, 300)}`;
}

/** The newest Prism that runs on this Node, installed into a cache. */
async function getPrism() {
  await mkdir(CACHE, { recursive: true });
  const printed = await npm(CACHE, ['view', `${PRISM}@>=5`, 'version', 'engines', '--json']);
  const version = [JSON.parse(printed)]
    .flat()
    .filter(({ engines }) => isInRange(process.versions.node, engines?.node ?? '>=0'))
    .map((candidate) => candidate.version)
    .sort(compareVersions)
    .at(-1);
  if (version === undefined) throw new Error(`no version of it runs on Node ${process.versions.node}`);
  const folder = join(CACHE, version);
  const main = join(folder, 'node_modules', PRISM, 'dist', 'index.js');
  if (!existsSync(main)) {
    await mkdir(folder, { recursive: true });
    await installInto(folder, [`${PRISM}@${version}`], ['--ignore-scripts']);
  }
  return { main, version };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves when Prism says that it listens; rejects with its own words when it ends before. */
function listening(server) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`Prism did not start:\n${printed}`)), START_WITHIN);
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text;
        if (printed.includes('Prism is listening')) resolve();
      });
    }
    server.once('exit', (code) => reject(new Error(`Prism ended with ${code}:\n${printed}`)));
    server.once('error', reject);
    server.once('close', () => clearTimeout(timer));
  });
}

function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill('SIGKILL');
  });
}
