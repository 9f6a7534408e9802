import { accessDomainDefects } from './access-domain.ts';
import { answerBodyDefects } from './answer-bodies.ts';
import { bodyFormDefects } from './body-forms.ts';
import { bodyMemberDefects } from './body-members.ts';
import { createAndDeleteEffectDefects } from './create-and-delete-effects.ts';
import { credentialDefects } from './credentials.ts';
import { deadlineDefects } from './deadline.ts';
import type { Defect } from './defect.ts';
import { isolationDefects } from './isolation.ts';
import { listedItemDefects } from './listed-items.ts';
import { listedSharesDefects } from './listed-shares.ts';
import { nameAcceptedDefects } from './name-accepted.ts';
import { nameRejectedDefects } from './name-rejected.ts';
import { nameReservedDefects } from './name-reserved.ts';
import { raceDefects } from './races.ts';
import { refusalsWithEffectDefects } from './refusals-with-effect.ts';
import { serverErrorDefects } from './server-errors.ts';
import { shownShareDefects } from './shown-share.ts';
import { statusDefects } from './statuses.ts';
import { storedValueDefects } from './stored-values.ts';
import { updateEffectDefects } from './update-effects.ts';
import { validityDefects } from './validity.ts';

export type { Defect } from './defect.ts';

/** Every way in which the endpoint can be made to break its promise. */
export const DEFECTS: readonly Defect[] = [
  ...nameAcceptedDefects,
  ...nameRejectedDefects,
  ...nameReservedDefects,
  ...accessDomainDefects,
  ...deadlineDefects,
  ...bodyMemberDefects,
  ...bodyFormDefects,
  ...credentialDefects,
  ...statusDefects,
  ...serverErrorDefects,
  ...answerBodyDefects,
  ...listedItemDefects,
  ...listedSharesDefects,
  ...shownShareDefects,
  ...storedValueDefects,
  ...validityDefects,
  ...createAndDeleteEffectDefects,
  ...updateEffectDefects,
  ...isolationDefects,
  ...refusalsWithEffectDefects,
  ...raceDefects,
];
