#!/usr/bin/env node
import { describeFault, Fault } from '../spec/fault.ts';
import { processTerminal } from './commands/terminal.ts';
import { createProgram, UsageError } from './program.ts';

const terminal = processTerminal();

// A reader that goes away (`| head`) is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await createProgram(terminal).run(process.argv.slice(2));
} catch (cause) {
  process.exitCode = report(cause);
}

function report(cause: unknown): number {
  if (cause instanceof UsageError) return 2;
  if (cause instanceof Fault) {
    terminal.printError(`swr-conformance: ${describeFault(cause)}\n`);
    return cause.kind === 'usage' ? 2 : 3;
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  terminal.printError(`swr-conformance: a fault of this tool: ${message}\n`);
  if (process.env['SWR_CONFORMANCE_DEBUG'] !== undefined && cause instanceof Error)
    terminal.printError(`${cause.stack ?? ''}\n`);
  else terminal.printError('  Set SWR_CONFORMANCE_DEBUG=1 to see where; please report it.\n');
  return 3;
}
