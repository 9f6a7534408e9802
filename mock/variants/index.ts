import { answerVariants } from './answers.ts';
import { connectionVariants } from './connections.ts';
import { deadlineVariants } from './deadlines.ts';
import { errorShapeVariants } from './error-shapes.ts';
import { refusedOrAcceptedVariants } from './refused-or-accepted.ts';
import type { Variant } from './variant.ts';

export type { Variant } from './variant.ts';

/** Every freedom that the embedded endpoint can take the other way. */
export const VARIANTS: readonly Variant[] = [
  ...errorShapeVariants,
  ...refusedOrAcceptedVariants,
  ...deadlineVariants,
  ...answerVariants,
  ...connectionVariants,
];
