/** The ESC/POS receipt printer: carries out what its machine decides, and never prints anything twice. */
import { fail, ok } from '#contract/result.ts';
import type { DeviceFault } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { Paper, type PrintOutcome, type Receipt } from '#contract/devices/printer.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link } from '../link/link.ts';
import { CANCELED, LOST, rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import { byteAddress } from '../transport/byte-address.ts';
import { proofId, REPORT_CHANGES } from './codec.ts';
import { printerSilent } from './faults.ts';
import { inTurnFramer, printerFramer, type PrinterFrame } from './framer.ts';
import { begin, step, type Next, type PrinterEvent, type Step, type Task } from './machine.ts';
import { narratePrinter } from './narrate.ts';
import { printInTurnQuestion, printQuestion, statusQuestion } from './questions.ts';
import { renderReceipt } from './render.ts';
import { conditionOfChanges, stateOf, valuesOf } from './status.ts';
import { wireTimeMs } from '../transport/transport.ts';

export const receiptEscpos = defineDriver({
  deviceClass: 'Printer',
  model: 'receipt-escpos',
  narrate: ({ proof }) => narratePrinter({ inTurn: proof === 'status' }),
  open: openPrinter,
});

type End =
  | Extract<Next, { kind: 'checked' | 'printed' }>
  | { readonly kind: 'interrupted'; readonly fault: DeviceFault; readonly outcome: PrintOutcome | null };

function openPrinter(surroundings: DriverSurroundings<SettingsOf<'Printer', 'receipt-escpos'>>): Driver<'Printer'> {
  const { clock, place, settings, cables } = surroundings;
  const { proof } = settings;
  const board = makeStatusBoard(clock, ['paper', 'cover', 'cutter', 'mechanism']);
  // Starts anywhere, so that a proof of a job before a restart can't match.
  let jobs = Math.floor(clock.now() / 1000);

  const perform = async (line: Link<PrinterFrame>, task: Task, receipt: Uint8Array, run: Run): Promise<End> => {
    // null until data may have gone out.
    let outcome: PrintOutcome | null = null;
    let current: Step = begin(task);
    for (;;) {
      const { state, learnt, next } = current;
      if (learnt === 'unknown') board.lose('unknown');
      else if (learnt) board.learn(stateOf(learnt), 'polled', valuesOf(learnt));
      if (next.kind === 'checked' || next.kind === 'printed') return next;
      if (next.kind === 'print') outcome = 'unconfirmed';
      const event = await carryOut(line, next, receipt, run);
      if ('fault' in event) return { kind: 'interrupted', fault: event.fault, outcome };
      if (event.kind === 'proved') outcome = 'printed';
      current = step(state, event);
    }
  };

  const carryOut = async (
    line: Link<PrinterFrame>,
    next: Exclude<Next, { kind: 'checked' | 'printed' }>,
    receipt: Uint8Array,
    run: Run,
  ): Promise<PrinterEvent | { fault: DeviceFault }> => {
    if (next.kind === 'rest') {
      await rest(next.ms, clock, run.signal);
      return run.endedBy() ? { fault: CANCELED } : { kind: 'rested' };
    }
    if (next.kind === 'ask') {
      const answer = await line.ask(statusQuestion(next.status), run.signal);
      if (answer.ok) return { kind: 'status', byte: answer.value };
      return endOf(answer.fault) ?? { kind: 'unanswered' };
    }
    if (proof === 'none') return printBlind(line, receipt, run);
    const question = proof === 'status' ? printInTurnQuestion(receipt) : printQuestion(receipt, proofId((jobs += 1)));
    const printed = await line.ask<'proved' | 'taken' | 'stopped'>(question, run.signal);
    if (printed.ok) return { kind: printed.value === 'stopped' ? 'unproved' : printed.value };
    return endOf(printed.fault) ?? { kind: 'unproved' };
  };

  /** Nothing will ever tell that it came out, so nobody waits for it: only until the last byte has left for the printer. */
  const printBlind = async (
    line: Link<PrinterFrame>,
    receipt: Uint8Array,
    run: Run,
  ): Promise<PrinterEvent | { fault: DeviceFault }> => {
    const told = await line.tell(receipt, run.signal);
    if (!told.ok) return endOf(told.fault) ?? { kind: 'unproved' };
    await rest(wireTimeMs(receipt.length, settings.baudRate), clock, run.signal);
    return run.endedBy() ? { fault: CANCELED } : { kind: 'unproved' };
  };

  return serveDevice(
    {
      deviceClass: 'Printer',
      board,
      open: () => cables.bytes(byteAddress(place, settings)),
      connect(wire, tally) {
        return openLink<PrinterFrame>({
          transport: wire,
          framer: proof === 'status' ? inTurnFramer : printerFramer,
          clock,
          tally,
          isDamaged: () => false,
          onUnasked(frame) {
            if (frame.kind !== 'changes') return;
            const condition = conditionOfChanges(frame.bytes);
            board.learn(stateOf(condition), 'unsolicited', valuesOf(condition));
          },
        });
      },
      async selfTest(line, run) {
        const end = await perform(line, 'check', new Uint8Array(0), run);
        if (end.kind === 'interrupted') return fail(end.fault);
        if (!end.completion.ok) return end.completion;
        const told = await line.tell(REPORT_CHANGES, run.signal);
        return told.ok ? ok(null) : fail(endOf(told.fault)?.fault ?? printerSilent);
      },
      commands: {
        async print(line, receipt: Receipt, run) {
          const end = await perform(line, 'print', renderReceipt(receipt, settings.columns), run);
          if (end.kind === 'printed') return end.completion;
          if (end.kind === 'checked') throw new Error('a print ended as a check');
          return end.outcome === null ? fail(end.fault) : ok({ outcome: end.outcome, paper: paperKnown() });
        },
      },
      timedOut: () => ({ ...printerSilent, completion: 'timeOut' }),
      unreachable: { code: 'device.missing', completion: 'deviceNotReady' },
    },
    surroundings,
  );

  function paperKnown(): Paper {
    return Paper.catch('unknown').parse(board.read().values['paper']?.value);
  }
}

function endOf(trouble: string): { fault: DeviceFault } | null {
  if (trouble === 'lost') return { fault: LOST };
  return trouble === 'aborted' ? { fault: CANCELED } : null;
}
