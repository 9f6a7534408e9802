import { isDeepStrictEqual } from 'node:util';
import type { Call } from './call.ts';
import type { Rules } from './rules/rules.ts';

export type Seam = keyof Rules;
type InputOf<S extends Seam> = Parameters<Rules[S]>[0];
type OutputOf<S extends Seam> = ReturnType<Rules[S]>;

/** Where a bend applies, and what to tell when it changed something. */
export interface Watch {
  readonly applies: (call: Call) => boolean;
  readonly hit: () => void;
}

/** One rule, bent. */
export type Bend = (rules: Rules, watch: Watch) => Rules;

/**
 * Bends the rule at `seam`: `deviate` gets what the rules before it would decide, what they looked at, and the call.
 * A hit is counted only where the decision came out differently.
 */
export function bend<S extends Seam>(
  seam: S,
  deviate: (decided: OutputOf<S>, input: InputOf<S>, call: Call) => OutputOf<S>,
): Bend {
  return (rules, watch) => {
    // TypeScript cannot see that the input of one seam fits the rule of the same seam.
    const rule = rules[seam] as (input: InputOf<S>, call: Call) => OutputOf<S>;
    const bent = (input: InputOf<S>, call: Call): OutputOf<S> => {
      const decided = rule(input, call);
      if (!watch.applies(call)) {
        return decided;
      }
      const deviated = deviate(decided, input, call);
      if (deviated !== decided && !isDeepStrictEqual(deviated, decided)) {
        watch.hit();
      }
      return deviated;
    };
    return { ...rules, [seam]: bent };
  };
}

/** The rules with all bends in place, one upon the other. */
export function bendRules(rules: Rules, bends: readonly Bend[], watch: Watch): Rules {
  return bends.reduce((bent, next) => next(bent, watch), rules);
}
