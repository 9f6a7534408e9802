import { describe, expect, it } from 'vitest';
import { type Answer, answer, item, refusal, silence } from '../testing/answers.ts';
import { accused, said } from '../testing/said.ts';
import { loadSharingContract } from '../testing/sharing-contract.ts';
import { Story, type Telling } from '../testing/story.ts';
import { responses } from './responses.ts';

const sharing = loadSharingContract();
const judge = (story: Story) => responses(story.record, sharing.context());
const created = (answered: Answer, telling: Telling = {}) =>
  judge(new Story(sharing).create('acme', answered, telling));
const listed = (answered: Answer, telling: Telling = {}) => judge(new Story(sharing).list(answered, telling));
const shown = (answered: Answer) => judge(new Story(sharing).show('acme', answered));

const HTML = { 'content-type': 'text/html' };
const REJECT: Telling = { expectation: 'reject', plain: false };

describe('the answer to a create', () => {
  it('is an empty object or nothing at all', () => {
    expect(accused(created(answer(201, {})))).toEqual([]);
    expect(accused(created(answer(201, undefined, {})))).toEqual([]);
    expect(said(created(answer(201)), 'createRepoDomains/response-201-schema')).toEqual(['upheld']);
    expect(said(created(answer(201, {})), 'createRepoDomains/response-201-recommended-schema')).toEqual([
      'upheld',
    ]);
  });

  it('with a member breaks only what is recommended', () => {
    expect(accused(created(answer(201, { id: 7 })))).toEqual([
      'createRepoDomains/response-201-recommended-schema: #maxProperties',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['an array', [], '#type'],
    ['null', null, '#type'],
    ['a string', '"created"', '#type'],
    ['plain text', 'created', 'not-json'],
    ['what is not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'not-json'],
  ])('must not be %s', (_, body, deviation) => {
    expect(said(created(answer(201, body)), 'createRepoDomains/response-201-schema')).toEqual([
      `violated: ${deviation}`,
    ]);
  });

  it('is not looked at under a status that is not documented', () => {
    expect(created(answer(202, 'later', HTML))).toEqual([]);
  });
});

describe('the answer to a delete', () => {
  it('promises no body, and none is asked for', () => {
    expect(judge(new Story(sharing).delete('acme', answer(204, undefined, {})))).toEqual([]);
  });
});

describe('a list', () => {
  const SCHEMA = 'listRepoDomains/response-200-schema';

  it('is a bare array of shares, none or with further members', () => {
    for (const items of [[], [item('acme')], [item('acme', { region: 'x' }), item('other')]])
      expect(said(listed(answer(200, items)), SCHEMA)).toEqual(['upheld']);
  });

  it.each(Object.keys(item('acme')))('has the member %s in each item', (name) => {
    const { [name]: _, ...rest } = item('acme');
    expect(said(listed(answer(200, [item('other'), rest])), SCHEMA)).toEqual([
      `violated: /*#required:${name}`,
    ]);
  });

  it.each<[string, unknown]>([
    ['status', 'true'],
    ['description', null],
    ['created', 1_600_000_000],
    ['repository', { name: 'busybox' }],
  ])('has the documented type of %s', (name, value) => {
    expect(said(listed(answer(200, [item('acme', { [name]: value })])), SCHEMA)).toEqual([
      `violated: /*/${name}#type`,
    ]);
  });

  it.each(['2030-01-15 12:00:00Z', '2030-01-15T12:00:00', '2030-01-15T12:00:00+00:00', '2030-01-15', ''])(
    'has no time written %s',
    (created) => {
      expect(said(listed(answer(200, [item('acme', { created })])), SCHEMA)).toEqual([
        'violated: /*/created#pattern',
      ]);
    },
  );

  it('must not be wrapped, empty or null', () => {
    for (const body of [{ items: [] }, undefined, null])
      expect(accused(listed(answer(200, body)))).toHaveLength(1);
  });

  it('is told as one deviation, however many items show it', () => {
    const items = ['a', 'b', 'c'].map((account) => item(account, { status: account }));
    expect(said(listed(answer(200, items)), SCHEMA)).toEqual(['violated: /*/status#type']);
  });
});

describe('a share that is looked up', () => {
  const SCHEMA = 'showAccessDomain/response-200-schema';

  it('tells exist, and where it exists members as in the list', () => {
    const whole = { exist: true, ...item('acme') };
    for (const body of [whole, { exist: true }, { exist: false }, { exist: false, status: '', created: '' }])
      expect(said(shown(answer(200, body)), SCHEMA)).toEqual(['upheld']);
  });

  it.each<[string, unknown]>([
    ['no exist', item('acme')],
    ['exist as text', { exist: 'true' }],
    ['exist as a number', { exist: 1 }],
    ['a status as text', { exist: true, status: 'true' }],
    ['an array', [{ exist: true }]],
  ])('must not have %s', (_, body) => {
    expect(said(shown(answer(200, body)), SCHEMA)).toEqual(['violated: #anyOf']);
  });
});

describe('the body of a refusal', () => {
  const SCHEMA = 'createRepoDomains/response-400-schema';
  const entry = { errorCode: 'SVCSTG.SWR.4001025', errorMessage: 'No.' };
  const plain = { error_code: 'SVCSTG.SWR.4001025', error_msg: 'No.' };

  it.each<[string, unknown]>([
    ['an array of errors', [entry]],
    ['an object with errors', { errors: [entry] }],
    ['an object with code and message', plain],
    ['all of it', { ...plain, errors: [entry], trace_id: 'x' }],
    ['what the gateway says', { error_code: 'APIGW.0301', error_msg: 'No.', request_id: 'x' }],
  ])('may be %s', (_, body) => {
    expect(said(created(answer(400, body), REJECT), SCHEMA)).toEqual(['upheld']);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'not-json'],
    ['HTML', '<html>400</html>', 'not-json'],
    ['a stack trace', 'Error: no\n    at handle (server.js:1:1)', 'not-json'],
    ['an empty array', [], '#anyOf'],
    ['an empty code', { error_code: '', error_msg: 'No.' }, '#anyOf'],
    ['no message', [{ errorCode: 'SVCSTG.SWR.4001025' }], '#anyOf'],
    ['a code that is a number', { error_code: 4001025, error_msg: 'No.' }, '#anyOf'],
    ['members of another service', { code: 400, message: 'No.' }, '#anyOf'],
  ])('must not be %s', (_, body, deviation) => {
    expect(said(created(answer(400, body), REJECT), SCHEMA)).toEqual([`violated: ${deviation}`]);
  });

  it('is judged for 401 and 409 as well', () => {
    expect(accused(created(answer(401, {}), REJECT))).toEqual([
      'createRepoDomains/response-401-schema: #anyOf',
    ]);
    expect(accused(created(answer(409, {}), { expectation: 'conflict' }))).toEqual([
      'createRepoDomains/response-409-schema: #anyOf',
    ]);
  });

  it('weighs a MUST for 400 of list, whose page promises it, and a SHOULD elsewhere', () => {
    const level = (id: string) => sharing.requirement(id).level;
    expect(level('listRepoDomains/response-400-schema')).toBe('must');
    expect(level('listRepoDomains/response-401-schema')).toBe('should');
    expect(level(SCHEMA)).toBe('should');
  });

  it('is not asked for where anybody on the way may refuse, nor where nothing is said', () => {
    expect(created(answer(400, '<html>', HTML), { ...REJECT, anyRefusal: true })).toEqual([]);
    expect(created(answer(400, '<html>', HTML), { expectation: 'observe' })).toEqual([]);
  });

  it('is not asked for in server errors, throttling and silence', () => {
    expect(accused(created(answer(500, '<html>', HTML)))).toEqual([]);
    expect(accused(created(answer(429, '<html>', HTML)))).toEqual([]);
    expect(created(silence())).toEqual([]);
  });
});

describe('the content type of an answer', () => {
  const ID = 'listRepoDomains/response-200-content-type';
  const withType = (type: string) => said(listed(answer(200, [], { 'content-type': type })), ID);

  it('is compared without parameters and letter case', () => {
    for (const type of ['application/json', 'application/json;charset=utf-8', 'Application/JSON ; charset=x'])
      expect(withType(type)).toEqual(['upheld']);
  });

  it('must be there where a body is, and must not be another', () => {
    expect(said(listed(answer(200, [], {})), ID)).toEqual(['violated: absent']);
    for (const type of ['text/html', 'application/problem+json', 'application/jsonx', ''])
      expect(withType(type)).toEqual(['violated: other']);
  });

  it('is not asked for without a body', () => {
    expect(said(created(answer(201, undefined, {})), 'createRepoDomains/response-201-content-type')).toEqual(
      [],
    );
  });
});

describe('the code in an error body', () => {
  const ID = 'createRepoDomains/error-code-matches-status';

  it('begins with the digits of the status', () => {
    expect(said(created(refusal(400, 'SVCSTG.SWR.4001025'), REJECT), ID)).toEqual(['upheld']);
    expect(said(created(refusal(400, 'SVCSTG.SWR.4040058'), REJECT), ID)).toEqual(['violated: other-digits']);
    expect(said(created(refusal(404, 'SVCSTG.SWR.4001025'), REJECT), ID)).toEqual(['violated: other-digits']);
    expect(said(created(refusal(500, 'SVCSTG.SWR.4001025')), ID)).toEqual(['violated: other-digits']);
  });

  it('says nothing about the status where it has not seven digits', () => {
    expect(said(created(refusal(401, 'APIGW.0301'), REJECT), ID)).toEqual(['upheld']);
    expect(said(created(refusal(400, 'SVCSTG.SWR.40010251'), REJECT), ID)).toEqual(['upheld']);
  });

  it('is found in any of several errors', () => {
    const errors = ['4001025', '4040058'].map((digits) => ({
      errorCode: `SVCSTG.SWR.${digits}`,
      errorMessage: 'No.',
    }));
    expect(said(created(answer(400, errors), REJECT), ID)).toEqual(['violated: other-digits']);
  });

  it('says nothing where there is none', () => {
    expect(said(created(answer(400, '<html>', HTML), REJECT), ID)).toEqual([]);
  });

  it('is a SHOULD, and is not asked for where anybody may refuse', () => {
    expect(sharing.requirement(ID).level).toBe('should');
    expect(said(created(refusal(400, 'SVCSTG.SWR.4040058'), { ...REJECT, anyRefusal: true }), ID)).toEqual(
      [],
    );
  });
});
