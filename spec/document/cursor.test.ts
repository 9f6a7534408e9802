import { describe, expect, it } from 'vitest';
import { Fault } from '../fault.ts';
import { Cursor } from './cursor.ts';
import { plainSchema } from './plain-schema.ts';
import { joinPointer, splitPointer } from './pointer.ts';

/** A document in memory whose every pointer stands on the line of its depth. */
const cursorOf = (root: unknown) =>
  new Cursor({
    file: 'a.yaml',
    root,
    digest: 'sha256:0',
    lineOf: (pointer) => pointer.split('/').length,
  });

describe('Cursor', () => {
  const root = cursorOf({
    a: { $ref: '#/b/c' },
    b: { c: { d: 'text' }, 'x/y': { 'z~': 1 } },
    list: [{ $ref: '#/b/c' }, 'two'],
    item: { $ref: '#/list/1' },
    chain: { $ref: '#/a' },
    escaped: { $ref: '#/b/x~1y' },
    encoded: { $ref: '#/b/x~1%79' },
  });

  it('follows references, and knows where it has come to', () => {
    expect(root.member('a').member('d').text()).toBe('text');
    expect(root.member('a').location).toEqual({ file: 'a.yaml', line: 3, pointer: '/b/c' });
    expect(root.member('chain').pointer).toBe('/b/c');
    expect(root.member('escaped').pointer).toBe('/b/x~1y');
    expect(root.member('encoded').pointer).toBe('/b/x~1y');
    expect(root.member('item').text()).toBe('two');
    expect(root.member('list').items()[0]?.pointer).toBe('/b/c');
    expect(root.entries().map(([name, { pointer }]) => [name, pointer])).toContainEqual(['chain', '/b/c']);
  });

  it('shows a reference as it is written where that is asked for', () => {
    expect(root.raw('a')?.value).toEqual({ $ref: '#/b/c' });
    expect(root.raw('none')).toBeUndefined();
    expect(root.get('none')).toBeUndefined();
    expect(root.get('toString')).toBeUndefined();
  });

  it.each([
    ['#/loop', 'leads back to itself'],
    ['#/one', 'leads back to itself'],
    ['#/nowhere', 'points to nothing'],
    ['other.yaml#/a', 'leaves the document'],
    ['https://example.com/a', 'leaves the document'],
  ])('refuses the reference %s', (reference, message) => {
    const broken = cursorOf({
      here: { $ref: reference },
      loop: { $ref: '#/loop' },
      one: { $ref: '#/two' },
      two: { $ref: '#/one' },
    });
    const fault = faultOf(() => broken.member('here'));
    expect(fault).toMatchObject({ kind: 'usage', code: 'unsupported' });
    expect(fault.message).toContain(message);
  });

  it('names the place of what is missing, or of the wrong type', () => {
    const here = cursorOf({ a: { text: 7, flag: 'yes', list: {}, object: [], word: 'c' } }).member('a');
    expect(faultOf(() => here.member('none'))).toMatchObject({
      code: 'description-incomplete',
      place: { file: 'a.yaml', line: 2, pointer: '/a' },
    });
    const wrong: [() => unknown, string][] = [
      [() => here.member('text').text(), '/a/text'],
      [() => here.member('flag').flag(), '/a/flag'],
      [() => here.member('list').items(), '/a/list'],
      [() => here.member('object').entries(), '/a/object'],
      [() => here.member('word').word(['a', 'b']), '/a/word'],
      [() => here.member('text').texts(), '/a/text'],
    ];
    for (const [read, pointer] of wrong)
      expect(faultOf(read)).toMatchObject({ code: 'description-invalid', place: { pointer } });
  });

  it('reads what is right', () => {
    const here = cursorOf({ text: 'a', flag: false, texts: ['a', 'b'], word: 'b' });
    expect(here.member('text').text()).toBe('a');
    expect(here.member('flag').flag()).toBe(false);
    expect(here.member('texts').texts()).toEqual(['a', 'b']);
    expect(here.member('word').word(['a', 'b'])).toBe('b');
  });
});

describe('plainSchema', () => {
  it('puts in what is referred to, and leaves out what constrains nothing', () => {
    const root = cursorOf({
      schema: {
        type: 'object',
        description: 'a thing',
        'x-basis': 'explicit',
        properties: {
          title: { $ref: '#/name' },
          default: { type: 'string', example: 'a' },
          'x-n': { type: 'integer' },
        },
        additionalProperties: false,
        items: true,
        anyOf: [{ $ref: '#/name' }, { type: 'null', title: 'none' }],
        required: ['title'],
      },
      name: { type: 'string', maxLength: 3, examples: ['a'] },
    });
    expect(plainSchema(root.member('schema'))).toEqual({
      type: 'object',
      properties: {
        title: { type: 'string', maxLength: 3 },
        default: { type: 'string' },
        'x-n': { type: 'integer' },
      },
      additionalProperties: false,
      items: true,
      anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }],
      required: ['title'],
    });
  });

  it('lets one schema stand in several places, and not within itself', () => {
    const twice = cursorOf({
      a: { properties: { x: { $ref: '#/b' }, y: { $ref: '#/b' } } },
      b: { type: 'null' },
    });
    expect(plainSchema(twice.member('a'))).toEqual({
      properties: { x: { type: 'null' }, y: { type: 'null' } },
    });
    const circular = cursorOf({ node: { properties: { next: { anyOf: [{ $ref: '#/node' }] } } } });
    const fault = faultOf(() => plainSchema(circular.member('node')));
    expect(fault).toMatchObject({ code: 'unsupported', place: { pointer: '/node' } });
    expect(fault.message).toContain('contains itself');
  });
});

describe('pointers', () => {
  it('are joined and split without loss', () => {
    const tokens = ['a', 'b/c', '~', '~1', '', '0', 'ä b'];
    const pointer = tokens.reduce<string>(joinPointer, '');
    expect(splitPointer(pointer)).toEqual(tokens);
    expect(joinPointer('', 'a/b~')).toBe('/a~1b~0');
    expect(splitPointer('')).toEqual([]);
    expect(splitPointer('/')).toEqual(['']);
  });
});

function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (fault) {
    if (fault instanceof Fault) return fault;
    throw fault;
  }
  throw new Error('nothing was thrown');
}
