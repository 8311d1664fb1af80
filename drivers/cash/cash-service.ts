/** The part of the port that notes and coins have in common: commands become tasks of the machine, what they come to is counted. */
import { ok } from '#contract/result.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { Run } from '../service/run.ts';
import type { DeviceWork } from '../service/serve-device.ts';
import type { StatusBoard } from '../service/status-board.ts';
import type { Tally } from '../service/tally.ts';
import type { Transport } from '../transport/transport.ts';
import { of, type CashDone, type CashTask } from './cash-tasks.ts';
import { cashFaults } from './faults.ts';
import type { Leaving } from './leaving.ts';
import type { StorageBook } from './storage-counts.ts';

export interface CashServiceOptions<Line> {
  readonly counts: 'notes' | 'coins';
  readonly board: StatusBoard;
  readonly book: StorageBook;
  readonly leaving: Leaving;
  perform(line: Line, task: CashTask, run: Run): Promise<Completion<CashDone>>;
}

export function cashService<Line extends { readonly tally: Tally }>({
  counts,
  board,
  book,
  leaving,
  perform,
}: CashServiceOptions<Line>) {
  /** For tasks that have nothing to tell but that they were done. */
  const done = async (line: Line, task: CashTask, run: Run): Promise<Completion<null>> => {
    const completion = await perform(line, task, run);
    return completion.ok ? ok(null) : completion;
  };
  return {
    selfTest: (line, run) => done(line, { kind: 'check' }, run),
    commands: {
      cashUnit: async (line, _payload, run) => {
        const completion = await perform(line, { kind: 'unit' }, run);
        return completion.ok ? ok(of('unit', completion.value).unit) : completion;
      },
      cashInStart: (line, { acceptFen }, run) => {
        leaving.takenUp();
        return done(line, { kind: 'start', acceptFen }, run);
      },
      cashIn: async (line, _payload, run) => {
        const completion = await perform(line, { kind: 'accept' }, run);
        if (!completion.ok) {
          if (completion.fault.code === 'cash.refused') book.rejected();
          return completion;
        }
        const { item } = of('item', completion.value);
        book.seen(item.mark, item.valueFen);
        if (item.position === 'stored') {
          line.tally.count(counts);
          book.rests({ ...item, place: 'stored' });
        }
        return ok(item);
      },
      cashInEnd: (line, _payload, run) => done(line, { kind: 'end', own: false }, run),
      reconcile: async (line, { since }, run) => {
        const completion = await perform(line, { kind: 'reconcile', since }, run);
        if (!completion.ok) return completion;
        const { happened, upTo, missed } = of('happened', completion.value);
        for (const each of happened) book.rests(each);
        return ok({ happened: [...happened], upTo, missed });
      },
    },
    storage: () => book.read(),
    timedOut: (command) =>
      command === 'cashIn' && board.read().state === 'online'
        ? cashFaults.absent
        : { ...cashFaults.silent, completion: 'timeOut' },
    claimed: leaving.left,
    released: leaving.left,
  } satisfies Partial<DeviceWork<'CashAcceptor', Transport, Line>>;
}
