import { parseJson } from '../rules/body.ts';
import { dropShare, putShare } from '../shares.ts';
import { CREATE, DELETE, type Defect, oneBend, spreadFamily, UPDATE } from './defect.ts';
import { createAimedShare, findAimedShare, roughBody } from './rough-request.ts';

const RULE = 'refusal-changes-nothing';

/** Requests that are refused, and done all the same, or by half. */
export const refusalsWithEffectDefects: readonly Defect[] = [
  ...spreadFamily([CREATE], {
    name: 'refused-share-stored',
    rule: RULE,
    does: 'refuses a wrong body and stores the share all the same',
    bends: oneBend('changes', (decided, outcome, call) =>
      outcome.kind === 'refused' && outcome.refusal.status === 400 ? createAimedShare(call) : decided,
    ),
  }),
  ...spreadFamily([CREATE], {
    name: 'unauthenticated-share-stored',
    rule: RULE,
    does: 'asks for the token after it has stored the share',
    bends: oneBend('changes', (decided, outcome, call) =>
      outcome.kind === 'refused' && outcome.refusal.status === 401 ? createAimedShare(call) : decided,
    ),
  }),
  ...spreadFamily([UPDATE], {
    name: 'half-update',
    rule: RULE,
    does: 'refuses a wrong deadline and takes the description all the same',
    bends: oneBend('changes', (decided, outcome, call) => {
      const { description } = roughBody(call);
      const share =
        outcome.kind === 'refused' && outcome.refusal.status === 400 ? findAimedShare(call) : undefined;
      return share !== undefined && typeof description === 'string'
        ? putShare({ ...share, description })
        : decided;
    }),
  }),
  ...spreadFamily([UPDATE], {
    name: 'refused-update-empties-description',
    rule: RULE,
    does: 'refuses a wrong body and empties the description all the same',
    bends: oneBend('changes', (decided, outcome, call) => {
      const share =
        outcome.kind === 'refused' && outcome.refusal.status === 400 ? findAimedShare(call) : undefined;
      return share === undefined ? decided : putShare({ ...share, description: '' });
    }),
  }),
  ...spreadFamily([UPDATE], {
    name: 'refused-update-sets-updated',
    rule: RULE,
    does: 'refuses a wrong body and sets updated all the same',
    bends: oneBend('changes', (decided, outcome, call) => {
      const share =
        outcome.kind === 'refused' && outcome.refusal.status === 400 ? findAimedShare(call) : undefined;
      return share === undefined ? decided : putShare({ ...share, updated: call.now });
    }),
  }),
  ...spreadFamily([UPDATE], {
    name: 'broken-update-deletes',
    rule: RULE,
    does: 'refuses a body that is no JSON and deletes the share',
    bends: oneBend('changes', (decided, outcome, call) => {
      const broken =
        outcome.kind === 'refused' && outcome.refusal.status === 400 && parseJson(call.body) === undefined;
      const share = broken ? findAimedShare(call) : undefined;
      return share === undefined ? decided : dropShare(share);
    }),
  }),
  ...spreadFamily([DELETE], {
    name: 'unauthenticated-delete-done',
    rule: RULE,
    does: 'asks for the token after it has deleted the share',
    bends: oneBend('changes', (decided, outcome, call) => {
      const share =
        outcome.kind === 'refused' && outcome.refusal.status === 401 ? findAimedShare(call) : undefined;
      return share === undefined ? decided : dropShare(share);
    }),
  }),
];
