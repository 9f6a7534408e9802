import type { JudgedOutcome } from '../../suites/judge/judge.ts';
import type { Terminal } from './terminal.ts';

/** What is shown while a run is going on. */
export interface ProgressLine {
  readonly cases: (done: number, total: number) => void;
  readonly finding: (judged: JudgedOutcome) => void;
  readonly end: () => void;
}

/** Milliseconds between two redraws: often enough to look alive, seldom enough to cost nothing. */
const REDRAW = 100;

/** One line on standard error that is rewritten on a terminal; elsewhere nothing, the summary tells it all. */
export function createProgress(terminal: Terminal, quiet: boolean): ProgressLine {
  if (quiet || !terminal.live) return { cases: () => {}, finding: () => {}, end: () => {} };
  let drawn = 0;
  let deviations = 0;
  return {
    cases: (done, total) => {
      const now = performance.now();
      if (now - drawn < REDRAW && done < total) return;
      drawn = now;
      terminal.printError(`\r\x1b[K${done} of ${total} cases`);
    },
    finding: ({ findings }) => {
      deviations += findings.length;
      if (findings.length > 0)
        terminal.printError(`\r\x1b[K${deviations} deviations, made as small as they get`);
    },
    end: () => terminal.printError('\r\x1b[K'),
  };
}
