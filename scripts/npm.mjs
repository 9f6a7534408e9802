import { spawn } from 'node:child_process';

/**
 * Runs npm and resolves with what it printed. `folder` is where it works; it is given as prefix too, because
 * npm would otherwise look upwards for a package.json. Rejects with npm's own words.
 */
export async function npm(folder, args, env = process.env) {
  const { code, stdout, stderr } = await run('npm', [...args, '--prefix', folder], { cwd: folder, env });
  if (code === 0) return stdout;
  throw new Error(`npm ${args.join(' ')} ended with ${code}\n${stderr.trim() || stdout.trim()}`);
}

/** Installs packages into a folder of their own, without touching what lies around it. */
export async function installInto(folder, packages, options = [], env = process.env) {
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--loglevel=error'];
  await npm(folder, ['install', ...packages, ...quiet, ...options], env);
}

/** Runs a program to its end, killed after `timeout` milliseconds; `code` is null where it was killed. */
export function run(program, args, { timeout = 600_000, ...options }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        printed[name] += text;
      });
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...printed });
    });
  });
}
