/** Where a command prints, and what may be printed there. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Standard output takes colour. */
  readonly colour: boolean;
  /** Standard error is a terminal that can rewrite a line. */
  readonly live: boolean;
}

/** The process's own streams; colour on a terminal only, unless `NO_COLOR` or `FORCE_COLOR` say otherwise. */
export function processTerminal(): Terminal {
  return {
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(text),
    colour: wantsColour(process.env, process.stdout.isTTY === true),
    live: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
  };
}

/** `NO_COLOR` wins over `FORCE_COLOR`; an empty value is none (no-color.org). */
export function wantsColour(
  environment: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const force = environment['FORCE_COLOR'] ?? '';
  if (force !== '') return force !== '0' && force !== 'false';
  return terminal;
}
