/** Why a request is not done, with a code of the manual's error-code table. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** A part of a request that was understood, or the refusal it causes. */
export type Reading<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Set by defects that wave an invalid value through: nobody asks whether the share exists. */
      readonly unchecked?: true;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** The codes are documented ones; their first three digits are the HTTP status (appendix on error codes). */
export const REFUSALS = {
  parameters: refusal(4000014, 'Invalid API parameters'),
  parameterMissing: refusal(4001014, 'A mandatory parameter is missing'),
  parameterInvalid: refusal(4001025, 'Invalid parameters'),
  bodyType: refusal(4001018, 'Invalid request body type'),
  tokenUnavailable: refusal(4001048, 'Failed to get Token from Context'),
  namespace: refusal(4001028, 'Invalid organization name'),
  repository: refusal(4001029, 'Invalid image name'),
  account: refusal(4001041, 'The domain parameter is invalid'),
  permit: refusal(4001066, 'Invalid permissions'),
  shareGone: refusal(4001090, 'The share does not exist'),
  token: refusal(4010000, 'Authentication failed'),
  namespaceAbsent: refusal(4040058, 'Namespace does not exist'),
  repositoryAbsent: refusal(4040113, 'Image does not exist'),
  shareAbsent: refusal(4040091, 'Permission does not exist'),
  url: refusal(4040083, 'The requested URL was not found'),
  duplicate: refusal(4090089, 'Permission already exists'),
  bodySize: refusal(4131001, 'The request body is too large'),
  descriptionSize: refusal(4131012, 'The description is too long'),
  crash: refusal(5000092, 'Failed to update the permission'),
} as const satisfies Record<string, Refusal>;

export function accept<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function refuse<T>(refusal: Refusal): Reading<T> {
  return { ok: false, refusal };
}

function refusal(number: number, message: string): Refusal {
  return { status: Math.floor(number / 10_000), code: `SVCSTG.SWR.${number}`, message };
}
