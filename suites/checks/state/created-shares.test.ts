import { describe, expect, it } from 'vitest';
import { answer, item, refusal } from '../../testing/answers.ts';
import { accused, said } from '../../testing/said.ts';
import { loadSharingContract } from '../../testing/sharing-contract.ts';
import { Story, type Telling } from '../../testing/story.ts';
import { state } from './state.ts';

const sharing = loadSharingContract();
const judge = (story: Story) => state(story.record, sharing.context());
const create = (rule: string) => `createRepoDomains/${rule}`;
const CREATED = answer(201, {});
const tell = () => new Story(sharing);
const listed = (...items: unknown[]) => answer(200, items);

/** A share created with these members and listed as told. */
function readBack(body: Telling['body'], found: Record<string, unknown>, telling: Telling = {}) {
  const sent = body === undefined ? telling : { ...telling, body };
  return judge(
    tell()
      .create('acme', CREATED, sent)
      .list(listed(item('acme', found))),
  );
}

describe('a created share', () => {
  const LISTED = create('share-listed');

  it('is listed once', () => {
    expect(said(readBack({}, {}), LISTED)).toEqual(['upheld']);
    expect(accused(readBack({}, {}))).toEqual([]);
  });

  it('must not be missing from the list', () => {
    expect(accused(judge(tell().create('acme', CREATED).list(listed())))).toEqual([`${LISTED}: not-listed`]);
  });

  it('must not be listed twice', () => {
    const story = tell()
      .create('acme', CREATED)
      .list(listed(item('acme'), item('acme')));
    expect(accused(judge(story))).toEqual([`${LISTED}: listed-twice`]);
  });

  it('is listed under exactly its account, letter case apart', () => {
    const told = (sent: string, found: string) =>
      said(
        judge(
          tell()
            .create(sent, CREATED)
            .list(listed(item(found))),
        ),
        LISTED,
      );
    expect(told('OTC-EU-DE-0001', 'otc-eu-de-0001')).toEqual(['upheld']);
    expect(told('acme', 'ACME')).toEqual(['upheld']);
    expect(told('a+b', 'a b')).toEqual(['violated: not-listed']);
    expect(told('a%25', 'a%')).toEqual(['violated: not-listed']);
    expect(told('acme', 'acme1')).toEqual(['violated: not-listed']);
  });

  it('is missed once, not in every list that follows', () => {
    const story = tell().create('acme', CREATED).list(listed()).list(listed());
    expect(judge(story).filter(({ outcome }) => outcome === 'violated')).toHaveLength(1);
  });

  it('says nothing where the list is no list, or was refused', () => {
    for (const answered of [answer(200, { items: [] }), answer(200, '<html>'), refusal(400), answer(204)])
      expect(judge(tell().create('acme', CREATED).list(answered))).toEqual([]);
  });

  it('is one of a hundred, all of which are listed', () => {
    const accounts = Array.from({ length: 100 }, (_, index) => `a${index}`);
    const told = (found: readonly string[]) => {
      const story = tell();
      for (const account of accounts) story.create(account, CREATED);
      return judge(story.list(listed(...found.map((account) => item(account)))));
    };
    const id = 'listRepoDomains/hundred-shares-listed';
    expect(said(told(accounts), id)).toEqual(['upheld']);
    expect(accused(told(accounts.slice(0, 99)))).toEqual([`${id}: not-listed`]);
  });
});

describe('the permission of a created share', () => {
  it('reads back', () => {
    expect(said(readBack({}, {}), create('permit-reads-back'))).toEqual(['upheld']);
    expect(accused(readBack({}, { permit: 'pull' }))).toEqual([
      `${create('permit-reads-back')}: other-value`,
    ]);
  });
});

describe('the deadline of a created share', () => {
  const ID = create('deadline-reads-back');
  const told = (sent: string, found: string) => said(readBack({ deadline: sent }, { deadline: found }), ID);

  it('reads back literally where it is forever', () => {
    expect(told('forever', 'forever')).toEqual(['upheld']);
    expect(told('forever', 'Forever')).toEqual(['violated: other-value']);
    expect(told('forever', '9999-12-31T00:00:00Z')).toEqual(['violated: other-value']);
  });

  it('reads back as the same instant, however its fraction is printed', () => {
    const sent = '2031-05-06T07:08:09Z';
    for (const found of [sent, '2031-05-06T07:08:09.000Z', '2031-05-06T07:08:09.0Z'])
      expect(told(sent, found)).toEqual(['upheld']);
    expect(told('2031-05-06T07:08:09.000Z', sent)).toEqual(['upheld']);
  });

  it('may lose its milliseconds, and nothing else', () => {
    expect(told('2031-05-06T07:08:09.123Z', '2031-05-06T07:08:09.123Z')).toEqual(['upheld']);
    expect(told('2031-05-06T07:08:09.123Z', '2031-05-06T07:08:09Z')).toEqual(['upheld']);
    // Some round, and some keep hundredths: what is lost are milliseconds all the same.
    expect(told('2031-05-06T07:08:09.623Z', '2031-05-06T07:08:10Z')).toEqual(['upheld']);
    expect(told('2031-05-06T07:08:09.123Z', '2031-05-06T07:08:09.12Z')).toEqual(['upheld']);
    expect(told('2031-05-06T07:08:09.123Z', '2031-05-06T07:08:11Z')).toEqual(['violated: other-value']);
    expect(told('2031-05-06T07:08:09.123Z', '2031-05-06T07:08:08Z')).toEqual(['violated: other-value']);
  });

  it.each(['2031-05-07T00:00:00Z', '2031-05-06T08:08:09Z', '2031-05-06T07:08:09', 'forever', ''])(
    'must not come back as "%s"',
    (found) => {
      expect(told('2031-05-06T07:08:09Z', found)).toEqual(['violated: other-value']);
    },
  );

  it('is not held to a reading where the documents leave open what it means', () => {
    for (const deadline of ['2031-05-06', '2031-05-06T07:08:09+02:00', 'FOREVER', '1925072000'])
      expect(said(readBack({ deadline }, { deadline: 'forever' }), ID)).toEqual([]);
    const past = { deadline: '2020-01-01T00:00:00Z' };
    expect(said(readBack(past, { deadline: 'forever' }, { expectation: 'observe' }), ID)).toEqual([]);
  });
});

describe('the description of a created share', () => {
  const ID = create('description-reads-back');
  const told = (sent: string, found: unknown) =>
    said(readBack({ description: sent }, { description: found }), ID);

  it.each(['', 'for the tests', 'ä 名 “quoted”', '<b>&amp;</b>', "'; --", 'x'.repeat(255)])(
    'reads back unchanged: %s',
    (text) => {
      expect(told(text, text)).toEqual(['upheld']);
      expect(told(text, `${text}!`)).toEqual(['violated: other-value']);
    },
  );

  it('must not come back trimmed, escaped, cut or null', () => {
    expect(told('a  b', 'a b')).toEqual(['violated: other-value']);
    expect(told('<b>', '&lt;b&gt;')).toEqual(['violated: other-value']);
    expect(told('x'.repeat(255), 'x'.repeat(254))).toEqual(['violated: other-value']);
    expect(told('text', null)).toEqual(['violated: other-value']);
  });

  it.each([
    ['longer', 'x'.repeat(256)],
    ['astral', 'a😀'],
    ['padded', ' a '],
    ['not in NFC', 'e\u0301'],
    ['with a control', 'a\u0007b'],
    ['with a line separator', 'a\u2028b'],
  ])('is not held to anything where it is %s', (_, text) => {
    expect(told(text, 'another')).toEqual([]);
  });

  it('reads back empty where none was given', () => {
    const omitted = create('description-omitted-reads-empty');
    expect(said(readBack({}, { description: '' }), omitted)).toEqual(['upheld']);
    expect(accused(readBack({}, { description: 'none' }))).toEqual([`${omitted}: other-value`]);
    expect(sharing.requirement(omitted).level).toBe('should');
    expect(said(readBack({}, { description: 'none' }), ID)).toEqual([]);
  });

  it('reads back as a string where null was accepted', () => {
    const told = (found: unknown) => readBack({ description: null }, { description: found });
    const id = create('null-description-reads-as-string');
    expect(said(told(''), id)).toEqual(['upheld']);
    expect(said(told('null'), id)).toEqual(['upheld']);
    expect(accused(told(null))).toEqual([`${id}: other-value`]);
  });
});

describe('a duplicate', () => {
  const ID = create('duplicate-refused');
  const CONFLICT: Telling = { expectation: 'conflict' };
  const told = (status: number) =>
    judge(tell().create('acme', CREATED).create('acme', answer(status), CONFLICT));

  it('is answered 409', () => {
    expect(said(told(409), ID)).toEqual(['upheld']);
    for (const status of [200, 201, 302, 400, 404, 422])
      expect(said(told(status), ID)).toEqual([`violated: answered-${status}`]);
  });

  it('says nothing by a server error, throttling or a race', () => {
    for (const status of [500, 429]) expect(told(status)).toEqual([]);
    const race = tell()
      .create('acme', CREATED)
      .create('acme', refusal(409), { expectation: 'race', race: 1 });
    expect(judge(race)).toEqual([]);
  });

  it('leaves the stored share as it was', () => {
    const told = (found: Record<string, unknown>) =>
      judge(
        tell()
          .create('acme', CREATED, { body: { description: 'first' } })
          .list(listed(item('acme', { description: 'first' })))
          .create('acme', refusal(409), { ...CONFLICT, body: { description: 'second' } })
          .list(listed(item('acme', found))),
      );
    const id = create('duplicate-changes-nothing');
    expect(said(told({ description: 'first' }), id)).toEqual(['upheld']);
    expect(accused(told({ description: 'second' }))).toEqual([`${id}: description-changed`]);
    expect(accused(told({ description: 'first', deadline: '2031-05-06T07:08:09Z' }))).toEqual([
      `${id}: deadline-changed`,
    ]);
  });

  it('that was accepted leaves nothing to be said about the share', () => {
    const story = tell()
      .create('acme', CREATED, { body: { description: 'first' } })
      .create('acme', CREATED, { ...CONFLICT, body: { description: 'second' } })
      .list(listed(item('acme', { description: 'second' }), item('acme', { description: 'first' })));
    expect(accused(judge(story))).toEqual([`${ID}: answered-201`]);
  });
});

describe('an account beside another', () => {
  const ID = create('account-distinct');
  const told = (status: number) => judge(tell().create('acme', CREATED).create('other', answer(status)));

  it('is no duplicate', () => {
    expect(said(told(201), ID)).toEqual(['upheld']);
    expect(said(told(409), ID)).toEqual(['violated: answered-409']);
  });

  it('may be refused for other reasons, which are judged elsewhere', () => {
    expect(said(told(400), ID)).toEqual([]);
  });

  it('is not judged in a repository that is shared with nobody yet', () => {
    expect(said(judge(tell().create('acme', refusal(409))), ID)).toEqual([]);
  });
});

describe('accounts that routers on the way may rewrite', () => {
  // Rulings, row 8b: `/`, `\`, NUL, controls, a lone surrogate, `.`, `..` and outer white space are only observed.
  it.each([
    [' acme', 'acme'],
    ['acme ', 'acme'],
    ['a\\b', 'a/b'],
    ['a\u0000b', 'ab'],
    ['a\ud800', 'a\ufffd'],
  ])('are held to no reading: %j listed as %j', (sent, found) => {
    const story = tell()
      .create(sent, CREATED, { expectation: 'observe' })
      .list(listed(item(found)));
    expect(accused(judge(story))).toEqual([]);
  });
});
