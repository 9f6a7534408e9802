import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownDescription } from '../../spec/package-root.ts';

/**
 * Writes a copy of the description in which one piece of text reads otherwise, and returns its path.
 * @throws RangeError where the text does not occur: the description has changed, and the test must follow.
 */
export function editedDescription(folder: string, from: string | RegExp, to: string): string {
  const original = readFileSync(ownDescription(), 'utf8');
  const edited = original.replace(from, to);
  if (edited === original) throw new RangeError(`the description does not contain ${from}`);
  const file = join(folder, 'edited.yaml');
  writeFileSync(file, edited);
  return file;
}
