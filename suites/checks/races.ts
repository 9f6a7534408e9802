import type { CaseRecord, Check, Judgement, Step } from './case-record.ts';
import { responseOf } from './case-record.ts';
import { answerInWords, handlingOf } from './handling.ts';
import { blocked, upheld, violated } from './judgement.ts';

/** What came of creates that were sent at once (rulings, row 27). What was stored is judged by the list that follows. */
export const races: Check = (record) =>
  [...racesOf(record).values()].flatMap((steps) => {
    const [first] = steps;
    if (first === undefined || steps.length < 2) return [];
    const same = steps.every((step) => step.account === first.account);
    return same ? identical(steps, first) : different(steps, first);
  });

function racesOf(record: CaseRecord): Map<number, Step[]> {
  const found = new Map<number, Step[]>();
  for (const step of record.steps) {
    if (step.race === null || step.operation.role !== 'create') continue;
    found.set(step.race, [...(found.get(step.race) ?? []), step]);
  }
  return found;
}

function identical(steps: readonly Step[], first: Step): Judgement[] {
  const id = `${first.operation.id}/simultaneous-duplicates-create-one`;
  const obstacle = obstacleOf(id, steps);
  if (obstacle !== undefined) return [obstacle];
  const created = steps.filter((step) => handlingOf(step) === 'accepted');
  const expected = `of ${steps.length} identical creates sent at once one is answered 201, the others 409`;
  const last = steps.at(-1) ?? first;
  if (created.length !== 1)
    return [
      violated(
        id,
        last,
        created.length === 0 ? 'none-created' : 'several-created',
        expected,
        `${created.length} were accepted`,
      ),
    ];
  const odd = steps.find((step) => handlingOf(step) === 'refused' && responseOf(step)?.status !== 409);
  return [
    odd === undefined ? upheld(id, last) : violated(id, odd, 'other-status', expected, answerInWords(odd)),
  ];
}

function different(steps: readonly Step[], first: Step): Judgement[] {
  const id = `${first.operation.id}/simultaneous-accounts-all-created`;
  const obstacle = obstacleOf(id, steps);
  if (obstacle !== undefined) return [obstacle];
  const refused = steps.find((step) => handlingOf(step) === 'refused');
  const expected = 'creates for different accounts sent at once all succeed';
  if (refused !== undefined) return [violated(id, refused, 'refused', expected, answerInWords(refused))];
  return [upheld(id, steps.at(-1) ?? first)];
}

function obstacleOf(id: string, steps: readonly Step[]): Judgement | undefined {
  const obstacle = steps.find((step) => !['accepted', 'refused'].includes(handlingOf(step)));
  return obstacle === undefined ? undefined : blocked(id, obstacle, handlingOf(obstacle));
}
