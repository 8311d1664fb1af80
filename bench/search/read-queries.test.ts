/** What the search is measured with covers the whole hall, in both files, and the held-back third is nobody's echo. */
import { describe, expect, it } from 'vitest';
import { HALL_SERVICES } from './hall-services.table.ts';
import { parseQueries, readQueries, type QuerySet, type SearchQuery } from './read-queries.ts';

const SETS: readonly QuerySet[] = ['tune', 'held-back'];
const THIRD: readonly QuerySet[] = ['third-tune', 'third-held-back'];
const TALK: readonly string[] = ['plain', 'dialect', 'indirect', 'voice'];
const KINDS: readonly string[] = ['name', 'plain', 'dialect', 'typo', 'pinyin', 'initials', 'english', 'mixed', 'none'];

describe.each(SETS)('the queries of %s', (set) => {
  const queries = readQueries(set);

  it('ask for services that the hall has', () => {
    expect(queries.flatMap((query) => query.expect).filter((id) => !HALL_SERVICES.includes(id))).toEqual([]);
  });

  it('are of every kind', () => {
    expect(KINDS.filter((kind) => queries.every((query) => query.kind !== kind))).toEqual([]);
  });

  it('reach every service, and in sentences as people talk', () => {
    const talked = queries.filter(({ kind }) => TALK.includes(kind));
    expect(HALL_SERVICES.filter((id) => talked.filter((query) => query.expect.includes(id)).length < 2)).toEqual([]);
  });
});

it('the queries of the third set ask for services that the hall has, and together for each of them', () => {
  const asked = THIRD.flatMap((set) => readQueries(set)).flatMap(({ expect: right }) => right);
  expect(new Set(asked)).toEqual(new Set([...HALL_SERVICES, 'household-proof']));
});

describe('the queries of both', () => {
  const tune = readQueries('tune');
  const heldBack = readQueries('held-back');

  it('are at least six for every service, and no query is asked twice, also not in the third set', () => {
    const all = [...tune, ...heldBack, ...THIRD.flatMap(readQueries)];
    expect(HALL_SERVICES.filter((id) => all.filter((query) => query.expect.includes(id)).length < 6)).toEqual([]);
    const typed = all.map(letters).filter(Boolean);
    expect(typed.filter((query, index) => typed.indexOf(query) !== index)).toEqual([]);
  });

  it('are worded independently: no sentence shares six characters in a row with one of the other file', () => {
    const known = new Set(tune.filter(isTalk).flatMap((query) => runs(letters(query), 6)));
    const echoes = heldBack.filter(isTalk).filter((query) => runs(letters(query), 6).some((run) => known.has(run)));
    expect(echoes).toEqual([]);
  });
});

describe('a file of queries that is wrong', () => {
  it('is refused with every mistake and its line', () => {
    const text = [
      '# queries',
      '- { query: 买火车票, expect: [train], kind: none }',
      '- { query: 居住证, expect: [Residence Permit], kind: nmae }',
      '- { query: 取号, kind: name }',
    ].join('\n');
    const read = () => parseQueries(text, 'wrong.yaml');
    expect(read).toThrow(/^wrong\.yaml:2 expect is empty for the kinds none and near, and only for them$/m);
    expect(read).toThrow(/^wrong\.yaml:3 expect\.0 is not the id of a service$/m);
    expect(read).toThrow(/^wrong\.yaml:3 kind Invalid option/m);
    expect(read).toThrow(/^wrong\.yaml:4 expect Invalid input/m);
  });

  it('is refused where it is not YAML', () => {
    expect(() => parseQueries('- { query: 取号\n', 'wrong.yaml')).toThrow(/^wrong\.yaml:\d+ /);
  });
});

function isTalk({ kind }: SearchQuery): boolean {
  return TALK.includes(kind);
}

/** What is typed, without what a search can't hear: case, spaces and punctuation. */
function letters({ query }: SearchQuery): string {
  return query.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function runs(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) => text.slice(start, start + length));
}
