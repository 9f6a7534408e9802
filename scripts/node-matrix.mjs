// Tries the packed tarball on the lowest Node that package.json allows and on the newest of each later line.
// Exit 1: the package fails on one of them, or none could be had.
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installInto, npm, run } from './npm.mjs';
import { packInto } from './pack.mjs';
import { compareVersions } from './versions.mjs';

const WANTED = ['20.19.0', '22', '24', '26'];
/** The registry's `node` package is a shell around this one; installing it directly needs no install script. */
const BINARIES = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const CACHE = fileURLToPath(new URL('../node_modules/.cache/node-matrix', import.meta.url));

const work = await mkdtemp(join(tmpdir(), 'swr-node-matrix-'));
try {
  const tarball = await packInto(work);
  const results = [];
  for (const wanted of WANTED) results.push(await tryOn(wanted, tarball));
  const isFine = results.every((result) => result !== 'failed') && results.includes('passed');
  process.exitCode = isFine ? 0 : 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

/** Prints one line and says how it went: `passed`, `failed`, or `absent` where this Node cannot be had. */
async function tryOn(wanted, tarball) {
  let node;
  try {
    node = await getNode(wanted);
  } catch (error) {
    console.log(
      `left out: Node ${wanted} could not be had: ${error.message.split('\n')[1] ?? error.message}`,
    );
    return 'absent';
  }
  const started = Date.now();
  const { code, printed } = await installAndRun(node, tarball);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`Node ${node.version}: exit ${code} (${seconds} s)`);
  if (code !== 0) console.log(printed);
  return code === 0 ? 'passed' : 'failed';
}

async function installAndRun({ binary, version }, tarball) {
  const folder = join(work, version);
  await mkdir(folder);
  const env = { ...process.env, PATH: `${dirname(binary)}${delimiter}${process.env.PATH}` };
  try {
    await installInto(folder, [tarball], ['--engine-strict'], env);
  } catch (error) {
    return { code: 'none, it does not install', printed: error.message };
  }
  const main = join(folder, 'node_modules', 'swr-conformance', 'dist', 'cli', 'main.js');
  const args = [main, 'run', '--profile', 'quick', '--seed', '1'];
  const { code, stdout, stderr } = await run(binary, args, { cwd: folder, env, timeout: 300_000 });
  return { code, printed: `${stdout}${stderr}` };
}

/** Path and full version of a Node, from the cache or the registry. */
async function getNode(wanted) {
  const version = await newestOf(wanted);
  const folder = join(CACHE, version);
  const binary = join(folder, 'node_modules', BINARIES, 'bin', 'node');
  if (!(await exists(binary))) {
    await mkdir(folder, { recursive: true });
    await installInto(folder, [`${BINARIES}@${version}`]);
  }
  return { binary, version };
}

async function newestOf(wanted) {
  if (wanted.includes('.')) return wanted;
  await mkdir(CACHE, { recursive: true });
  const printed = await npm(CACHE, ['view', `${BINARIES}@${wanted}`, 'version', '--json']);
  const newest = [JSON.parse(printed || '[]')].flat().sort(compareVersions).at(-1);
  if (newest === undefined) throw new Error(`${BINARIES}@${wanted} is not in the registry`);
  return newest;
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
