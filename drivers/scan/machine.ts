/** Reading one code as a pure reducer: listens until a whole one came; damaged ones are remembered for the fault. */
import type { BarcodeReaderEvent, Scan } from '#contract/devices/barcode-reader.ts';
import { fail, ok } from '#contract/result.ts';
import type { Ending, MachineStep } from '../service/run-machine.ts';
import { CANCELED, LOST } from '../service/run.ts';
import { scanOf, type Damage, type ScanNews } from './news.ts';

export interface ReadState {
  /** What was wrong with the last code that came damaged; the citizen simply shows it again. */
  readonly damage: Damage | null;
}

export const READ_AT_START: ReadState = { damage: null };
const BEGUN = { name: 'scanBegun' satisfies BarcodeReaderEvent };

export interface Listen {
  readonly kind: 'listen';
}
const LISTEN: Listen = { kind: 'listen' };

export type ReadStep = MachineStep<ReadState, Listen, Scan>;

export function step(state: ReadState, event: ScanNews | Ending | { readonly kind: 'begin' }): ReadStep {
  switch (event.kind) {
    case 'begin':
      return { state: READ_AT_START, next: LISTEN };
    case 'begun':
      return { state, tell: [BEGUN], next: LISTEN };
    case 'damaged':
      return { state: { damage: event.why }, next: LISTEN };
    case 'code':
      return { state: READ_AT_START, next: { kind: 'complete', completion: ok(scanOf(event.code)) } };
    case 'lost':
      return { state, next: { kind: 'complete', completion: fail(LOST) } };
    case 'ended':
      return { state, next: { kind: 'complete', completion: fail(CANCELED) } };
  }
}
