import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from './testing/build-once.ts';
import { runBuilt } from './testing/built-command.ts';
import { type CommandResult, inFolder, inProcess } from './testing/command.ts';
import { editedDescription } from './testing/descriptions.ts';
import { type RecordingServer, recordingServer } from './testing/recording-server.ts';

let endpoint: RecordingServer;

beforeAll(async () => {
  await buildOnce();
  endpoint = await recordingServer((_request, response) => response.end());
});

afterAll(() => endpoint.close());

/** Where the schema of accounts begins; a keyword put there is met by every request body. */
const ACCOUNT = '    AccessDomain:\n      type: string\n';
const ACCOUNT_PATTERN = 'pattern: "^(?:[a-z][a-z0-9_-]*)$"\n      description: Name of the account that';
const LOOK_AHEAD = ACCOUNT_PATTERN.replace('(?:', '(?!root)(?:');
const FAR = new Date(Date.now() + 2 * 60 * 60 * 1000).toISOString();

interface WrongLine {
  readonly what: string;
  readonly args: readonly string[];
  readonly says: RegExp;
}

const WRONG_LINES: readonly WrongLine[] = [
  { what: 'an unknown option', args: ['run', '--tragte'], says: /unknown option '--tragte'.*--target/s },
  { what: 'an unknown option without a command', args: ['--sede', '1'], says: /'--sede'.*--seed/s },
  { what: 'an unknown command', args: ['rnu'], says: /unknown command 'rnu'.*\brun\b/s },
  { what: 'an argument too many', args: ['run', 'http://127.0.0.1'], says: /too many arguments/ },
  { what: 'a seed that is not whole', args: ['run', '--seed', '1.5'], says: /--seed.*-2147483648/ },
  { what: 'a seed beyond 32 bits', args: ['run', '--seed', '2147483648'], says: /--seed.*2147483647/ },
  { what: 'a concurrency of 0', args: ['run', '--concurrency', '0'], says: /--concurrency.*from 1/ },
  { what: 'a negative limit', args: ['run', '--max-requests', '-1'], says: /--max-requests.*from 1/ },
  { what: 'a timeout in words', args: ['run', '--timeout', '1s'], says: /--timeout.*whole number/ },
  { what: 'an unknown profile', args: ['run', '--profile', 'slow'], says: /quick, standard, thorough/ },
  { what: 'an unknown level', args: ['run', '--level', 'may'], says: /must, should/ },
  { what: 'an unknown format', args: ['run', '--format', 'json,pdf'], says: /json, html, junit, markdown/ },
  { what: 'a clock that is no time', args: ['run', '--clock', 'noon'], says: /--clock.*ISO 8601/ },
  { what: 'an unknown provisioning', args: ['run', '--provisioning', 'half'], says: /open, fixed/ },
  {
    what: 'fixed provisioning without names',
    args: ['run', '--provisioning', 'fixed'],
    says: /--provisioning: .*\n.*--namespace N --repository R/,
  },
  {
    what: 'a name that no service accepts',
    args: ['run', '--provisioning', 'fixed', '--namespace', 'Team', '--repository', 'app'],
    says: /--namespace: "Team" is no valid namespace/,
  },
  {
    what: 'two tokens',
    args: ['run', '--token', 'a', '--token-file', 'b'],
    says: /--token and --token-file/,
  },
  {
    what: 'a token file that is not there',
    args: ['run', '--token-file', 'no/such/file'],
    says: /no\/such\/file.*cannot be read/,
  },
  { what: 'a token on two lines', args: ['run', '--token', 'a\nb'], says: /--token: .*no header can carry/ },
  {
    what: 'a pattern that matches nothing beside one that matches',
    args: ['run', '--only', 'createRepoDomains/*', '--only', 'creatRepoDomains/*'],
    says: /--only: No requirement matches "creatRepoDomains/,
  },
  { what: 'a clock far off the target’s', args: ['run', '--clock', FAR], says: /--clock: .*hour/ },
];

describe('a wrong command line ends with exit code 2, one message, and nothing sent', () => {
  it.each(WRONG_LINES)('$what', async ({ args, says }) => {
    const target = args[0] === 'run' ? ['--target', endpoint.url] : [];
    await expectRefusal([...args, ...target], says);
  });

  // One of each kind: told by the library that reads options, told by us, told while reading a file.
  it.each([
    [['run', '--tragte'], /unknown option '--tragte'/],
    [['run', '--provisioning', 'fixed'], /^swr-conformance: --provisioning: /],
    [['run', '--spec', 'no/such.yaml'], /^swr-conformance: no\/such\.yaml: /],
  ])('as a process: %s', async (args, says) => {
    await expectRefusal([...args, '--target', endpoint.url], says, runBuilt);
  });
});

describe('a target that no request may go to ends with exit code 2', () => {
  it.each([
    ['a host without a scheme', '127.0.0.1:4010', /"127\.0\.0\.1:4010" is no http or https URL/],
    ['another scheme', 'ftp://127.0.0.1/', /is no http or https URL.*\n.*--target http/],
    ['no host', 'http:///', /is no http or https URL/],
    ['a user and a password', 'http://me:secret@127.0.0.1/', /carries a user name or password/],
    ['a query', 'http://127.0.0.1/?page=1', /carries a query/],
    ['a fragment', 'http://127.0.0.1/#top', /carries a query or a fragment/],
  ])('%s', async (_what, target, says) => {
    await expectRefusal(['run', '--target', target], says);
  });

  it('Consent to write to a target that is not on loopback is not supported yet.', async () => {
    const target = `http://swr.example:${endpoint.port}`;
    const args = ['--allow-writes', '--provisioning', 'fixed', '--namespace', 'n', '--repository', 'r'];
    await expectRefusal(['run', '--target', target, ...args], /--allow-writes: .*not supported yet/);
  });

  it('A target that is not on loopback has to be given names that may be used.', async () => {
    const target = `http://swr.example:${endpoint.port}`;
    await expectRefusal(['run', '--target', target], /--provisioning: .*\n.*--namespace/);
  });
});

describe('a description that cannot be used ends with exit code 2 and says where it is wrong', () => {
  it('One that is no YAML is named with the line.', async () => {
    await expectWrongDescription('info:\n', 'info: ]\n', () => /edited\.yaml:2: .*not valid YAML/);
  });

  it('One of another format is told which formats are read.', async () => {
    await expectWrongDescription('openapi: 3.1.0', 'swagger: "2.0"', () => /edited\.yaml:1: .*3\.1\.x/);
  });

  it('One that breaks the rules of OpenAPI is named with line and pointer.', async () => {
    const said = (line: number) => new RegExp(`edited\\.yaml:${line} /paths/\\S+/operationId: .*OpenAPI`);
    const edited = 'operationId: 7\n';
    await expectWrongDescription('operationId: listRepoDomains\n', edited, (lineOf) => said(lineOf(edited)));
  });

  it.each([
    ['not', '      not: { const: root }\n'],
    ['if', '      if: { const: root }\n      then: { maxLength: 4 }\n'],
  ])('A keyword that is not supported is named with its pointer: %s.', async (keyword, text) => {
    const says = new RegExp(
      `edited\\.yaml:\\d+ /components/schemas/AccessDomain/${keyword}: .*not supported`,
    );
    await expectWrongDescription(ACCOUNT, `${ACCOUNT}${text}`, () => says);
  });

  it('A pattern with a look-ahead is named with its pointer and repeated.', async () => {
    const says = /edited\.yaml:\d+ \/components\/schemas\/AccessDomain\/pattern: .*\(\?!root\)/;
    await expectWrongDescription(ACCOUNT_PATTERN, LOOK_AHEAD, () => says);
  });
});

describe('a report folder that cannot be written to ends with exit code 2', () => {
  it('This is found out before anything is sent.', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'a-file');
      writeFileSync(file, '');
      const args = ['run', '--target', endpoint.url, '--report-dir', join(file, 'reports')];
      await expectRefusal(args, /--report-dir: .*could not be written/);
    });
  });
});

/** Exit code 2, one message on standard error and nothing else: no output, no report, no request. */
async function expectRefusal(
  args: readonly string[],
  says: RegExp,
  run: (args: readonly string[]) => Promise<CommandResult> = inProcess,
): Promise<void> {
  const before = endpoint.requests.length;
  await inFolder(async (folder) => {
    const reports = join(folder, 'reports');
    const placed = args.includes('--report-dir') || args[0] !== 'run' ? [] : ['--report-dir', reports];
    const { code, stdout, stderr } = await run([...args, ...placed]);
    expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n').length, stderr).toBeLessThanOrEqual(3);
    expect(stderr).not.toMatch(/^\s+at |node:internal|a fault of this tool/m);
    expect(existsSync(reports)).toBe(false);
  });
  expect(endpoint.requests.slice(before).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
}

async function expectWrongDescription(
  from: string,
  to: string,
  says: (lineOf: (text: string) => number) => RegExp,
): Promise<void> {
  await inFolder(async (folder) => {
    const file = editedDescription(folder, from, to);
    const lines = readFileSync(file, 'utf8').split('\n');
    const lineOf = (text: string) => lines.findIndex((line) => `${line}\n`.includes(text)) + 1;
    await expectRefusal(['run', '--spec', file, '--target', endpoint.url], says(lineOf));
  });
}
