/** The receipt printer against everything that can go wrong on its cable: what it says of a receipt is true of the paper. */
import { expect, test } from 'vitest';
import { PrintResult, type Receipt } from '#contract/devices/printer.ts';
import { PaperStrip, textOf } from '#fixtures/simulators/receipt-escpos/paper.ts';
import { simulatedPrinter } from '#fixtures/simulators/receipt-escpos/model.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';
import { faultIsHonest, type Subject, type SubjectCommand } from '../conformance/subject.ts';
import { receiptEscpos } from './driver.ts';

const RECEIPT: Receipt = {
  blocks: [
    { kind: 'title', text: '凭条' },
    { kind: 'pair', label: '办件编号', value: 'WS-1' },
  ],
};
const TITLE = '凭条';
const WHOLE = [TITLE, `办件编号${' '.repeat(36)}WS-1`, '✂'];

const print: SubjectCommand = {
  command: 'print',
  payload: RECEIPT,
  timeoutMs: 30_000,
  begin({ device }) {
    device.order({ do: 'tearOff' });
    return (completion) => {
      // What an interrupted receipt left is cut off first.
      const paper = dropWhile(textOf(PaperStrip.parse(device.order({ do: 'paper' }))), (line) => line === '✂');
      const copies = paper.filter((line) => line.includes(TITLE)).length;
      if (copies > 1) return { wrong: `printed ${copies} times` };
      if (!completion.ok) {
        if (paper.length > 0)
          return { wrong: `a fault says that nothing was sent, and this came out: ${paper.join()}` };
        return faultIsHonest(completion);
      }
      const { outcome } = PrintResult.parse(completion.value);
      if (outcome === 'printed') return paper.join() === WHOLE.join() ? 'right' : { wrong: `printed? ${paper.join()}` };
      return outcome === 'failed' && paper.length > 0 ? { wrong: 'failed, and something came out' } : 'honest';
    };
  },
};

function dropWhile<T>(items: readonly T[], leave: (item: T) => boolean): readonly T[] {
  const from = items.findIndex((item) => !leave(item));
  return from < 0 ? [] : items.slice(from);
}

const IN_TURN_LIMITS = {
  'one reply comes only when the same is asked again, in this command or the next':
    'the answer to GS r is one byte and names nothing: an old one can stand for a new one',
};

const subject = (proof: 'processId' | 'status'): Subject => ({
  model: 'receipt-escpos',
  open: (surroundings) =>
    receiptEscpos.open({
      ...surroundings,
      place: { path: '/wire' },
      settings: { baudRate: 115200, columns: 48, proof, rareSigns: '/no/such/font' },
    }),
  device: simulatedPrinter,
  commands: [print],
  checksums: false,
  ...(proof === 'status' && { limits: IN_TURN_LIMITS }),
});

const options = optionsFrom(process.env);

test.each(conformanceCases(subject('processId'), options))('proof by process id: $name', async ({ run }) => {
  expect(await run()).toEqual([]);
});

test.each(conformanceCases(subject('status'), options))('proof by status: $name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
