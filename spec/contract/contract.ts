/** Where something stands in the description: file as given, line counted from 1, RFC 6901 pointer. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly pointer: string;
}

/** One source of a statement: a document (see `x-documents` in the description) and the place in it. */
export interface Source {
  readonly document: string;
  readonly place: string;
}

/** `explicit`: a source states it; `interpreted`: it follows from sources; `unspecified`: sources are silent or disagree. */
export type Basis = 'explicit' | 'interpreted' | 'unspecified';

/** What a broken requirement weighs: only `must` decides the verdict, `observe` never fails anybody. */
export type Level = 'must' | 'should' | 'observe';

/** What a requirement presupposes about what the run was given; see "Scope" in docs. */
export const NEEDS = [
  'writes',
  'open-provisioning',
  'account',
  'two-accounts',
  'two-repositories',
  'signing-keys',
] as const;
export type Need = (typeof NEEDS)[number];

/** A JSON Schema (2020-12) as plain data, `$ref`s already resolved, `x-` extensions removed. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** How well founded a statement is, and what it weighs. */
export interface Standing {
  readonly level: Level;
  readonly basis: Basis;
  readonly sources: readonly Source[];
  readonly needs: readonly Need[];
}

/**
 * What may stand in one place of a request, in three nested sets: valid under `narrow` must be accepted;
 * outside `wide` must be rejected; between them sources are silent or disagree, and we only observe.
 * Values valid under `recommended` but not under `narrow` should be accepted.
 */
export interface ValueContract {
  readonly narrow: JsonSchema;
  readonly wide: JsonSchema;
  readonly recommended: JsonSchema | null;
  /** Name of the hand-written generator for what a schema cannot say (`x-format`): `deadline`, `text`, `account`. */
  readonly format: string | null;
  /** Standing by keyword and polarity, where it differs from the value's own. */
  readonly constraints: ReadonlyMap<string, ConstraintStanding>;
  readonly standing: Standing;
  /** Needs of every request in which a generated value of this place could be accepted. */
  readonly acceptingNeeds: readonly Need[];
  readonly location: Location;
}

export interface ConstraintStanding {
  readonly accepted: Standing;
  readonly recommended: Standing;
  readonly rejected: Standing;
  readonly observed: Standing;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly value: ValueContract;
  /** How a character of the name is written on the wire, all forms that must be understood: `{ "/": ["$", "%24"] }`. */
  readonly wire: ReadonlyMap<string, readonly string[]>;
  /** Characters that no reading lets pass when percent-encoded, though anybody on the way may refuse them. */
  readonly reserved: { readonly characters: readonly string[]; readonly standing: Standing } | null;
  readonly location: Location;
}

/** One member of an object in the request body; `pointer` leads to it from the root of the body. */
export interface Member {
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly value: ValueContract;
  readonly location: Location;
}

/**
 * A request that is wrong, or unusual, as a whole (`x-forms`): its body `empty`, `truncated`, `text`, `array`, …,
 * its content type absent, other, or written with a charset.
 */
export interface RequestForm {
  readonly form: string;
  readonly polarity: 'accepted' | 'rejected' | 'observed';
  readonly standing: Standing;
}

export interface Body {
  readonly mediaType: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly members: readonly Member[];
  readonly standing: Standing;
  readonly location: Location;
}

export interface Response {
  /** An HTTP status; ranges and `default` are refused when the contract is built. */
  readonly status: number;
  readonly mediaType: string | null;
  readonly schema: JsonSchema | null;
  /** A stronger schema whose violation only weighs `should` (`x-should`). */
  readonly recommended: { readonly schema: JsonSchema; readonly standing: Standing } | null;
  /** An answer without any body conforms as well (`x-body: optional`). */
  readonly bodyOptional: boolean;
  readonly standing: Standing;
  readonly bodyStanding: Standing;
  readonly contentTypeStanding: Standing;
  readonly location: Location;
}

/** How requests prove who they are: a header that carries a token. */
export interface TokenScheme {
  readonly name: string;
  readonly header: string;
  readonly forms: readonly CredentialForm[];
  readonly location: Location;
}

/** A wrong, or differently written, credential (`x-forms` of the scheme): `missing`, `empty`, `garbage`, … */
export interface CredentialForm {
  readonly form: string;
  readonly polarity: 'accepted' | 'rejected' | 'observed';
  readonly statuses: readonly number[];
  /** Codes with which another 4xx passes all the same: status → codes. */
  readonly exceptions: ReadonlyMap<number, readonly string[]>;
  readonly standing: Standing;
}

/** Something OpenAPI cannot express (`x-behaviours`); `rule` names the hand-written check. */
export interface Behaviour {
  readonly rule: string;
  readonly title: string;
  readonly standing: Standing;
  readonly location: Location;
}

/** Something that fails whatever is sent (`x-invariants` of the document), for each operation or each write. */
export interface InvariantPromise {
  readonly rule: string;
  readonly title: string;
  readonly writesOnly: boolean;
  readonly standing: Standing;
}

/** What an operation does to the resource, so that fixtures and read-backs know whom to ask. */
export const ROLES = ['create', 'list', 'show', 'update', 'delete'] as const;
export type Role = (typeof ROLES)[number];

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template below the base URL, `/v2/…/{namespace}/…`. */
  readonly path: string;
  readonly role: Role | null;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly body: Body | null;
  readonly forms: readonly RequestForm[];
  /** Value of `Content-Type` sent on every request, with or without a body (`x-content-type`); else null. */
  readonly contentType: string | null;
  readonly responses: readonly Response[];
  readonly security: TokenScheme | null;
  readonly behaviours: readonly Behaviour[];
  /** Standing of the list of statuses being complete (`x-statuses`). */
  readonly statusesStanding: Standing;
  readonly standing: Standing;
  readonly location: Location;
}

/** A document's promise as read-only data, built from any OpenAPI 3.1 description. */
export interface Contract {
  readonly title: string;
  readonly version: string;
  /** `sha256:` and the hex digest of the description's bytes. */
  readonly digest: string;
  readonly operations: readonly Operation[];
  readonly invariants: readonly InvariantPromise[];
}
