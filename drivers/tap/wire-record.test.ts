/** A wire is recorded and read again; without asking for it, nothing of a citizen is in the file. */
import { expect, test } from 'vitest';
import { ok } from '#contract/result.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { simulatedReader } from '#fixtures/simulators/idcard-sdt/model.ts';
import { setStage } from '../conformance/stage.ts';
import type { Subject } from '../conformance/subject.ts';
import { idcardSdt } from '../idcard-sdt/driver.ts';
import { tellRecord } from './tell-record.ts';
import { readRecord, writeRecord, type WireRecord } from './wire-record.ts';

const settings = { baudRate: 115200 } as const;
const subject: Subject = {
  model: 'idcard-sdt',
  open: (surroundings) => idcardSdt.open({ ...surroundings, place: { path: '/wire' }, settings }),
  device: simulatedReader,
  commands: [],
};

async function recordRead(withPersonalData: boolean): Promise<string> {
  const lines: string[] = [];
  const stage = setStage(subject, ({ clock }) =>
    writeRecord(
      { deviceClass: 'CardReader', model: 'idcard-sdt', settings },
      { clock, narrator: idcardSdt.narrate(settings), withPersonalData, note: (line) => lines.push(line) },
    ),
  );
  stage.device.order({ do: 'putDown', card: resident });
  expect(await stage.perform('read', {}, 20_000)).toEqual(ok(SAYS.resident));
  await stage.close();
  return `${lines.join('\n')}\n`;
}

function read(text: string): WireRecord {
  const record = readRecord(text);
  if (!record.ok) throw new Error(`line ${record.fault.line}`);
  return record.value;
}

const inWords = (text: string): readonly string[] =>
  tellRecord(read(text).lines, idcardSdt.narrate(settings)).map(({ dir, words }) => `${dir} ${words.en}`);

test('without asking, a record holds words and counts, and no byte of a card', async () => {
  const text = await recordRead(false);
  expect(text).not.toContain('hex');
  const chip = resident.chip.kind === 'readable' ? resident.chip.textBlock : '';
  expect(text).not.toContain(chip.slice(0, 16));
  expect(text).not.toContain(SAYS.resident.name);
  expect(inWords(text)).toContain('fromDevice 90 a card was read: 1284 bytes, not shown');
});

test('told from its bytes it is the same as told while it passed', async () => {
  expect(inWords(await recordRead(true))).toEqual(inWords(await recordRead(false)));
});

test('a file that is none says at which line', () => {
  const head = { wire: 1, deviceClass: 'CardReader', model: 'idcard-sdt', settings, at: 0 };
  expect(readRecord('')).toEqual({ ok: false, fault: { line: 1 } });
  const broken = `${JSON.stringify(head)}\n${JSON.stringify({ t: 1, dir: 'toDevice', hex: 'aa' })}\n{"t":2,"dir":"up"}\n`;
  expect(readRecord(broken)).toEqual({ ok: false, fault: { line: 3 } });
});
