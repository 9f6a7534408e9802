import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { npm } from './npm.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOT_COPIED = new Set(['node_modules', 'dist', '.git', 'conformance-report', 'coverage']);

/**
 * Builds and packs the package from a copy of the checkout, so that nothing left over in `dist` gets in and
 * nothing that runs in the checkout is disturbed. Resolves with the path of the tarball in `destination`.
 */
export async function packInto(destination) {
  const copy = await mkdtemp(join(tmpdir(), 'swr-pack-'));
  try {
    await cp(ROOT, copy, { recursive: true, filter: isCopied });
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    await mkdir(destination, { recursive: true });
    const printed = await npm(copy, ['pack', '--json', '--pack-destination', resolve(destination)]);
    return join(destination, tarballName(printed));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function isCopied(path) {
  return !NOT_COPIED.has(relative(ROOT, path).split(sep)[0] ?? '');
}

/** The name in npm's answer; the build prints lines of its own before it. */
function tarballName(printed) {
  const name = /"filename":\s*"([^"]+)"/.exec(printed)?.[1];
  if (name === undefined) throw new Error(`npm pack named no tarball:\n${printed}`);
  return name;
}

/** `node scripts/pack.mjs FOLDER` prints the tarball's path. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(await packInto(resolve(process.argv[2] ?? '.')));
}
