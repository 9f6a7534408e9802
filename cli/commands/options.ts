import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { Fault } from '../../spec/fault.ts';

/** A whole number in a range, both ends included. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^-?\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It takes a whole number from ${min} to ${max}.`);
  };
}

/** A number in a range that need not be whole. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It takes a number above 0.');
}

/** An ISO 8601 time with its zone. */
export function instant(text: string): Date {
  const value = new Date(text);
  const shaped = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text);
  if (shaped && !Number.isNaN(value.getTime())) return value;
  throw new InvalidArgumentError('It takes an ISO 8601 time such as 2030-01-31T12:00:00Z.');
}

/** Options that may be given more than once gather their values. */
export function gather(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** A list separated by commas, each word one of those known. */
export function listOf<Word extends string>(words: readonly Word[]): (text: string) => Word[] {
  return (text) =>
    text.split(',').map((part) => {
      const word = words.find((known) => known === part.trim());
      if (word === undefined) throw new InvalidArgumentError(`It takes a list of ${words.join(', ')}.`);
      return word;
    });
}

/** One of the words known. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word === undefined) throw new InvalidArgumentError(`It takes one of ${words.join(', ')}.`);
    return word;
  };
}

/** The token given by option, file or variable, in this order; null where none is. White space around it goes. */
export function readToken(options: {
  token?: string | undefined;
  tokenFile?: string | undefined;
}): string | null {
  const { token, tokenFile } = options;
  if (token !== undefined && tokenFile !== undefined) {
    throw new Fault('usage', 'two-tokens', 'Both --token and --token-file are given', {
      place: { option: '--token' },
      hint: 'Give one of them.',
    });
  }
  const value = token ?? (tokenFile === undefined ? process.env['SWR_AUTH_TOKEN'] : readTokenFile(tokenFile));
  const trimmed = value?.trim() ?? '';
  if (trimmed === '') return null;
  if (/^[\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?$/.test(trimmed)) return trimmed;
  throw new Fault('usage', 'bad-token', 'The token has characters that no header can carry', {
    place: { option: tokenFile === undefined ? '--token' : '--token-file' },
    hint: 'A token is one line of printable ASCII.',
  });
}

function readTokenFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Fault('usage', 'token-file-unreadable', 'The token file cannot be read', {
      place: { option: '--token-file', file },
      hint: 'Check the path; the file holds the token and nothing else.',
      cause,
    });
  }
}
