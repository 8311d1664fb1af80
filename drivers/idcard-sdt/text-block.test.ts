/** What the four kinds of card say, against the invented people of the hall. */
import { expect, test } from 'vitest';
import { CARDS, SAYS } from '#fixtures/people/cards.ts';
import { readTextBlock } from './text-block.ts';

/** Writes `text` at a byte offset of a card's text, as GA/T 490 counts them. */
function put(block: Uint8Array, offset: number, text: string): Uint8Array {
  const changed = block.slice();
  new Uint8Array(changed.buffer).set(Buffer.from(text, 'utf16le'), offset);
  return changed;
}

function textOf(id: string): Uint8Array {
  const card = CARDS.find((each) => each.id === id);
  if (card?.chip.kind !== 'readable') throw new Error(`no readable card ${id}`);
  return new Uint8Array(Buffer.from(card.chip.textBlock, 'hex'));
}

const readable = CARDS.filter((card) => card.chip.kind === 'readable').map((card) => card.id);

test.each(readable)('the card of %s says what it should', (id) => {
  const says: Readonly<Record<string, unknown>> = SAYS;
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(says[name]).toBeDefined();
  expect(readTextBlock(textOf(id))).toEqual({ ok: true, value: says[name] });
});

test('the bytes of the worked example: a sign, a sex, a nation', () => {
  const block = new Uint8Array([...textOf('resident')]);
  block.set([0x8b, 0x73], 0);
  block.set([0x32, 0x00], 30);
  block.set([0x30, 0x00, 0x31, 0x00], 32);
  const read = readTextBlock(block);
  expect(read).toMatchObject({ ok: true, value: { sex: 'female', nation: '01' } });
  expect(read.ok && read.value.name.startsWith('王')).toBe(true);
});

test('长期 means no end', () => {
  const read = readTextBlock(put(textOf('resident'), 204, '长期      '));
  expect(read).toMatchObject({ ok: true, value: { validTo: null } });
});

test('fields that end with NUL instead of blanks are read the same', () => {
  const text = textOf('resident').map((byte, index, all) =>
    index % 2 === 0 && byte === 0x20 && all[index + 1] === 0 ? 0 : byte,
  );
  expect(readTextBlock(text)).toEqual({ ok: true, value: SAYS.resident });
});

/** Layout I of the 2017 card; an invented person. */
function foreigner2017(chineseName: string): Uint8Array {
  let block: Uint8Array = new Uint8Array(Buffer.from(' '.repeat(128), 'utf16le'));
  const fields: readonly (readonly [number, string])[] = [
    [0, 'LINDQVIST, ASTRID MARGARETA'],
    [120, '2'],
    [122, 'SWE110000000000'],
    [152, 'SWE'],
    [158, chineseName],
    [188, '20190301'],
    [204, '20290301'],
    [220, '19620214'],
    [236, '01'],
    [240, '0000'],
    [248, 'I'],
  ];
  for (const [offset, text] of fields) block = put(block, offset, text);
  return block;
}

test('a permanent residence card of 2017 gives both names', () => {
  expect(readTextBlock(foreigner2017('林月'))).toEqual({
    ok: true,
    value: {
      documentType: 'foreigner',
      name: '林月',
      nameLatin: 'LINDQVIST, ASTRID MARGARETA',
      sex: 'female',
      birthDate: '1962-02-14',
      idNumber: 'SWE110000000000',
      validFrom: '2019-03-01',
      validTo: '2029-03-01',
      nationality: 'SWE',
    },
  });
});

test('without a Chinese name the Latin one is the name', () => {
  expect(readTextBlock(foreigner2017(''))).toMatchObject({ ok: true, value: { name: 'LINDQVIST, ASTRID MARGARETA' } });
});

test.each<[string, number, string, string]>([
  ['a wrong check digit', 122 + 34, '3', 'idNumber'],
  ['the 31st of February', 36, '19600231', 'birthDate'],
  ['a date of letters', 188, 'ABCDEFGH', 'validFrom'],
  ['a sex that does not exist', 30, '7', 'sex'],
  ['no name', 0, ' '.repeat(15), 'name'],
  ['an unknown kind of card', 248, 'Q', 'type'],
])('%s makes a card unreadable, and only the field is named', (_, offset, text, field) => {
  expect(readTextBlock(put(textOf('resident'), offset, text))).toEqual({ ok: false, fault: field });
});

test('bytes that are no text make a card unreadable', () => {
  const block = textOf('resident');
  block.set([0x00, 0xd8, 0x20, 0x00], 0);
  expect(readTextBlock(block)).toEqual({ ok: false, fault: 'encoding' });
});
