import { Command, CommanderError, Option } from 'commander';
import { PROFILES } from '../reports/report.ts';
import { FORMATS } from '../reports/writers/writers.ts';
import { ownDescription, packageVersion } from '../spec/package-root.ts';
import type { MockOptions } from './commands/mock.ts';
import { gather, instant, listOf, oneOf, wholeNumber } from './commands/options.ts';
import type { RequirementsOptions } from './commands/requirements.ts';
import type { RunOptions } from './commands/run-options.ts';
import type { Terminal } from './commands/terminal.ts';

/** The command line was wrong; what is wrong has been printed. */
export class UsageError extends Error {}

const COMMANDS = ['run', 'mock', 'requirements', 'help'];

/** The front door: `run` is meant where no command is named. */
export function createProgram(terminal: Terminal): { run: (args: readonly string[]) => Promise<number> } {
  let exitCode = 0;
  const program = new Command('swr-conformance')
    .description('Holds endpoints of the SWR image-sharing API to its documented contract.')
    .version(packageVersion())
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.printError })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help lists commands and options)')
    .exitOverride()
    .addHelpText('after', PROGRAM_EXAMPLES);
  // Commands are loaded when they are called: each needs a part of the tool only, and --help none.
  runCommand(program).action(async (options: RunOptions) => {
    const { run } = await import('./commands/run.ts');
    exitCode = await run(options, terminal);
  });
  mockCommand(program).action(async (options: MockOptions) => {
    const { mock } = await import('./commands/mock.ts');
    exitCode = await mock(options, terminal.print);
  });
  requirementsCommand(program).action(async (options: RequirementsOptions) => {
    const { requirements } = await import('./commands/requirements.ts');
    exitCode = await requirements(options, terminal.print);
  });
  return {
    run: async (args) => {
      try {
        refuseUnknownCommand(program, args);
        await program.parseAsync(args, { from: 'user' });
      } catch (cause) {
        if (!(cause instanceof CommanderError)) throw cause;
        if (cause.exitCode === 0) return 0;
        throw new UsageError(cause.message);
      }
      return exitCode;
    },
  };
}

/** `run` is the default command, and would take a misspelt one for an argument of its own. */
function refuseUnknownCommand(program: Command, args: readonly string[]): void {
  const [first] = args;
  if (first === undefined || first.startsWith('-') || COMMANDS.includes(first)) return;
  program.error(`error: unknown command '${first}'. Commands: ${COMMANDS.join(', ')}.`);
}

function specOption(): Option {
  return new Option('--spec <file>', 'OpenAPI description').default(
    ownDescription(),
    'the one that ships with this tool',
  );
}

function runCommand(program: Command): Command {
  return program
    .command('run', { isDefault: true })
    .description('test an endpoint; without --target the embedded reference endpoint')
    .option('--target <url>', 'scheme, host, port, optional path prefix; /v2/… is appended')
    .addOption(specOption())
    .option('--token <token>', 'value of X-Auth-Token (or --token-file, or SWR_AUTH_TOKEN)')
    .option('--token-file <file>', 'file that holds the token')
    .option(
      '--provisioning <mode>',
      'open: any valid name may be used; fixed: only those named',
      oneOf(['open', 'fixed']),
    )
    .option('--namespace <name>', 'namespace that may be used; repeats', gather)
    .option('--repository <name>', 'repository that may be used; repeats', gather)
    .option('--account <name>', 'account that may be shared with; repeats', gather)
    .option(
      '--allow-writes',
      'consent to create, change and delete shares on a target that is not on loopback',
    )
    .option('--require-all', 'requirements out of scope count as not judged')
    .option('--only <pattern>', 'requirement ids or globs to judge; repeats', gather)
    .option('--skip <pattern>', 'requirement ids or globs to leave out; repeats', gather)
    .option('--level <level>', 'what the gate counts: must or should', oneOf(['must', 'should']), 'must')
    .option('--profile <profile>', `how many cases: ${PROFILES.join(', ')}`, oneOf(PROFILES), 'standard')
    .option(
      '--seed <n>',
      'signed 32-bit integer; replays a run (random by default, always printed)',
      wholeNumber(-(2 ** 31), 2 ** 31 - 1),
    )
    .option('--clock <iso>', 'the run’s clock (default: now)', instant)
    .option(
      '--concurrency <n>',
      'requests in flight (default: 16 on loopback, 4 elsewhere)',
      wholeNumber(1, 256),
    )
    .option(
      '--max-requests <n>',
      'stop sending new cases after this many requests',
      wholeNumber(1, 2 ** 31 - 1),
    )
    .option('--timeout <ms>', 'time for one complete answer', wholeNumber(1, 600_000), 10_000)
    .option('--user-agent <text>', 'value of User-Agent')
    .option('--report-dir <dir>', 'where the reports go', 'conformance-report')
    .option('--format <list>', `reports to write, of ${FORMATS.join(',')}`, listOf(FORMATS), [...FORMATS])
    .option('--dry-run', 'print what would be sent; send nothing')
    .option('--quiet', 'print nothing but errors')
    .allowExcessArguments(false)
    .addHelpText('after', RUN_EXAMPLES);
}

function mockCommand(program: Command): Command {
  return program
    .command('mock')
    .description('serve the reference endpoint; the first line on standard output is JSON: url, token, pid')
    .option('--port <n>', 'port; 0 picks a free one', wholeNumber(0, 65_535), 4010)
    .option('--token <token>', 'the only token that is let in', 'mock-token')
    .option(
      '--provisioning <mode>',
      'open: every valid name exists; fixed: only those named',
      oneOf(['open', 'fixed']),
      'open',
    )
    .option('--namespace <name>', 'namespace that exists; repeats', gather)
    .option('--repository <name>', 'repository that exists; repeats', gather)
    .option('--account <name>', 'account that exists; repeats', gather)
    .option('--defect <name>', 'break one promise; repeats', gather)
    .option('--variant <name>', 'take a freedom the other way; repeats', gather)
    .option('--latency <ms>', 'wait before each answer', wholeNumber(0, 600_000), 0)
    .option('--now <iso>', 'set the clock, which then runs on', instant)
    .option('--list-defects', 'print the defects')
    .option('--list-variants', 'print the variants')
    .option('--json', 'print lists as JSON')
    .allowExcessArguments(false)
    .addHelpText('after', MOCK_EXAMPLES);
}

function requirementsCommand(program: Command): Command {
  return program
    .command('requirements')
    .description('print the catalogue of requirements')
    .addOption(specOption())
    .option('--only <pattern>', 'requirement ids or globs; repeats', gather)
    .option('--skip <pattern>', 'requirement ids or globs to leave out; repeats', gather)
    .option('--json', 'print JSON')
    .allowExcessArguments(false);
}

const PROGRAM_EXAMPLES = `
Exit codes of run:
  0  conformant, proven   1  a requirement that counts is violated
  2  wrong usage          3  could not be judged

Examples:
  swr-conformance                                     test the embedded endpoint
  swr-conformance run --target http://127.0.0.1:4010 --token mock-token
  swr-conformance mock --port 4010                    serve the reference endpoint
  swr-conformance requirements --json                 the catalogue for scripts`;

const RUN_EXAMPLES = `
Examples:
  swr-conformance run
  swr-conformance run --target http://127.0.0.1:4010 --token-file token.txt
  swr-conformance run --target http://127.0.0.1:4010 --only "createRepoDomains/*" --profile quick
  swr-conformance run --target https://swr.example --provisioning fixed --namespace team --repository app
  swr-conformance run --seed 7 --clock 2030-01-31T12:00:00Z`;

const MOCK_EXAMPLES = `
Examples:
  swr-conformance mock
  swr-conformance mock --port 0 --latency 20
  swr-conformance mock --list-defects`;
