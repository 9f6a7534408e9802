import type { Cursor } from '../document/cursor.ts';
import { plainSchema } from '../document/plain-schema.ts';
import { joinPointer } from '../document/pointer.ts';
import type { Body, Member, RequestForm, Standing } from './contract.ts';
import { readStanding } from './read-standing.ts';
import { readValue } from './read-value.ts';

const POLARITIES = ['accepted', 'rejected', 'observed'] as const;

/** A JSON request body with its members, nested ones included; other media types are refused with their pointer. */
export function readBody(cursor: Cursor, inherited: Standing): Body {
  const standing = readStanding(cursor, inherited);
  const media = cursor
    .member('content')
    .entries()
    .find(([type]) => type === 'application/json');
  if (media === undefined) throw cursor.unsupported('a request body that is not application/json');
  const schema = media[1].member('schema');
  return {
    mediaType: media[0],
    required: cursor.get('required')?.flag() ?? false,
    schema: plainSchema(schema),
    members: readMembers(schema, '', standing),
    standing,
    location: cursor.location,
  };
}

/** Whole-request forms of an operation (`x-forms`). */
export function readForms(cursor: Cursor | undefined, inherited: Standing): RequestForm[] {
  return (cursor?.items() ?? []).map((item) => {
    const polarity = item.member('polarity').word(POLARITIES);
    return {
      form: item.member('form').text(),
      polarity,
      standing: readStanding(item, formStanding(polarity, inherited)),
    };
  });
}

/** What an unannotated form weighs: unusual ones are observed, and a refusal is interpreted. */
export function formStanding(polarity: RequestForm['polarity'], inherited: Standing): Standing {
  if (polarity === 'observed') return { ...inherited, level: 'observe', basis: 'unspecified' };
  return polarity === 'rejected' ? { ...inherited, basis: 'interpreted' } : inherited;
}

function readMembers(schema: Cursor, pointer: string, inherited: Standing): Member[] {
  const here = schema.resolved();
  const required = here.get('required')?.texts() ?? [];
  const standing = readStanding(here, inherited);
  return (here.get('properties')?.entries() ?? []).flatMap(([name, member]) => {
    const own = joinPointer(pointer, name);
    const found: Member = {
      name,
      pointer: own,
      required: required.includes(name),
      value: readValue(member, standing),
      location: member.location,
    };
    return [found, ...readMembers(member, own, found.value.standing)];
  });
}
