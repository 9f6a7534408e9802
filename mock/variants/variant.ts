import type { Bend } from '../deviation.ts';

/** A freedom that the rulings leave, taken the other way. Conforms. */
export interface Variant {
  /** Kebab-case, stable for ever. */
  readonly name: string;
  /** One sentence. */
  readonly title: string;
  readonly bends: readonly Bend[];
}
