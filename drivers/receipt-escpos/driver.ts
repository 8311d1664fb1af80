/** The ESC/POS receipt printer: carries out what its machine decides, and never prints anything twice. */
import type { Completion } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import type { PrintResult, Receipt } from '#contract/devices/printer.ts';
import { fail, ok } from '#contract/result.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link, type LinkTrouble } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import { rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import type { Tally } from '../service/tally.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import { byteAddress } from '../transport/byte-address.ts';
import { wireTimeMs } from '../transport/transport.ts';
import { CLEAR, concat, proofId, REPORT_CHANGES } from './codec.ts';
import { printerSilent } from './faults.ts';
import { inTurnFramer, printerFramer, type PrinterFrame } from './framer.ts';
import { glyphsFrom } from './glyphs.ts';
import { PRINTER_AT_START, step, type Deed, type PrinterEvent, type PrinterState, type Task } from './machine.ts';
import { narratePrinter } from './narrate.ts';
import { printInTurnQuestion, printQuestion, statusQuestion } from './questions.ts';
import { paperMillimetres } from './paper-used.ts';
import { renderReceipt } from './render.ts';
import { conditionOfChanges, stateOf, valuesOf } from './status.ts';

export const receiptEscpos = defineDriver({
  deviceClass: 'Printer',
  model: 'receipt-escpos',
  narrate: ({ proof }) => narratePrinter({ inTurn: proof === 'status' }),
  open: openPrinter,
});

function openPrinter(surroundings: DriverSurroundings<SettingsOf<'Printer', 'receipt-escpos'>>): Driver<'Printer'> {
  const { clock, place, settings, cables } = surroundings;
  const { proof } = settings;
  const board = makeStatusBoard(clock, ['paper', 'cover', 'cutter', 'mechanism']);
  // Starts anywhere, so that a proof of a job before a restart can't match.
  let jobs = Math.floor(clock.now() / 1000);
  let state: PrinterState = PRINTER_AT_START;
  let counts: Tally | null = null;

  const perform = (
    line: Link<PrinterFrame>,
    task: Task,
    receipt: Uint8Array,
    run: Run,
  ): Promise<Completion<PrintResult | null>> =>
    runMachine({
      first: step(state, { kind: 'begin', task }),
      step,
      carryOut: (deed) => carryOut(line, deed, receipt, run),
      keep(after) {
        state = after;
        if (after.learnt === 'unknown') board.lose('unknown');
        else if (after.learnt) board.learn(stateOf(after.learnt), 'polled', valuesOf(after.learnt));
      },
      run,
    });

  const carryOut = async (
    line: Link<PrinterFrame>,
    deed: Deed,
    receipt: Uint8Array,
    run: Run,
  ): Promise<PrinterEvent | Ending> => {
    switch (deed.kind) {
      case 'rest':
        await rest(deed.ms, clock, run.signal);
        return { kind: 'rested' };
      case 'ask': {
        const answer = await line.ask(statusQuestion(deed.status), run.signal);
        return answer.ok ? { kind: 'status', byte: answer.value } : endingOr('unanswered', answer.fault);
      }
      case 'subscribe': {
        const told = await line.tell(REPORT_CHANGES, run.signal);
        return told.ok ? { kind: 'subscribed' } : endingOr('stuck', told.fault);
      }
      case 'print':
        return print(line, deed.clearFirst ? concat([CLEAR, receipt]) : receipt, run);
    }
  };

  const print = async (line: Link<PrinterFrame>, data: Uint8Array, run: Run): Promise<PrinterEvent | Ending> => {
    if (proof === 'none') return printBlind(line, data, run);
    const question = proof === 'status' ? printInTurnQuestion(data) : printQuestion(data, proofId((jobs += 1)));
    const printed = await line.ask<'proved' | 'taken' | 'stopped'>(question, run.signal);
    if (!printed.ok) return endingOr(printed.fault === 'stuck' ? 'stuck' : 'unproved', printed.fault);
    return { kind: printed.value === 'stopped' ? 'unproved' : printed.value };
  };

  /** Nothing will ever tell that it came out, so nobody waits for it: only until the last byte has left for the printer. */
  const printBlind = async (line: Link<PrinterFrame>, data: Uint8Array, run: Run): Promise<PrinterEvent | Ending> => {
    const told = await line.tell(data, run.signal);
    if (!told.ok) return endingOr('stuck', told.fault);
    await rest(wireTimeMs(data.length, settings.baudRate), clock, run.signal);
    return { kind: 'unproved' };
  };

  return serveDevice(
    {
      deviceClass: 'Printer',
      board,
      open: () => cables.bytes(byteAddress(place, settings)),
      connect(wire, tally) {
        counts = tally;
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
        const checked = await perform(line, 'check', new Uint8Array(0), run);
        return checked.ok ? ok(null) : checked;
      },
      commands: {
        async print(line, receipt: Receipt, run) {
          const paper = { columns: settings.columns, glyphs: glyphsFrom(settings.rareSigns) };
          const bytes = renderReceipt(receipt, paper);
          const printed = await perform(line, 'print', bytes, run);
          if (!printed.ok) return fail(printed.fault);
          if (printed.value === null) throw new Error('a print ended as a check');
          // What may have come out has used up paper, too.
          if (printed.value.outcome !== 'failed') {
            counts?.count('sheets');
            counts?.count('millimetres', paperMillimetres(receipt, bytes));
          }
          return ok(printed.value);
        },
      },
      timedOut: () => ({ ...printerSilent, completion: 'timeOut' }),
    },
    surroundings,
  );
}

/** An aborted question needs no event of its own: the machine hears that its run has ended. */
function endingOr(kind: 'unanswered' | 'stuck' | 'unproved', trouble: LinkTrouble): PrinterEvent | Ending {
  if (trouble === 'lost') return { kind: 'lost' };
  return trouble === 'aborted' ? { kind: 'ended' } : { kind };
}
