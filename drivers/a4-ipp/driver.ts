/** The A4 printer on the network: carries out what its machine decides, prints nothing twice, and takes back what nobody waits for. */
import { hostname } from 'node:os';
import type { Completion } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import type { PrintResult } from '#contract/devices/printer.ts';
import { fail, ok } from '#contract/result.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import { rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { Tally } from '../service/tally.ts';
import type { IppCables } from '../transport/cables.ts';
import { ippAddress } from '../transport/ipp-address.ts';
import { pageFaults } from './faults.ts';
import { PRINTER_AT_START, step, type Deed, type PrinterEvent, type PrinterState, type Task } from './machine.ts';
import { narratePages } from './narrate.ts';
import { ippFramer, questionOf, type IppFrame } from './questions.ts';
import { boardValues, stateOf } from './status.ts';

/** An empty tray is known before a citizen meets it. */
const LOOK_EVERY_MS = 30_000;
/** A job that nobody waits for must not come out before somebody else. */
const TAKE_BACK_AFTER_MS = 1_000;
const NOTHING = new Uint8Array(0);

export const a4Ipp = defineDriver({
  deviceClass: 'Printer',
  model: 'a4-ipp',
  narrate: narratePages,
  open: openPrinter,
});

interface Line {
  readonly link: Link<IppFrame>;
  readonly tally: Tally;
}

function openPrinter(surroundings: DriverSurroundings<SettingsOf<'Printer', 'a4-ipp'>, IppCables>): Driver<'Printer'> {
  const { id, clock, place, cables } = surroundings;
  const address = ippAddress(place);
  const user = `yeban ${hostname()} ${id}`;
  const board = makeStatusBoard(clock, ['paper', 'cover', 'toner', 'tonerPercent', 'mechanism']);
  let state: PrinterState = PRINTER_AT_START;
  // Starts anywhere, so that a late answer to a question before a restart can't match.
  let asked = Math.floor(clock.now() / 1000) & 0x3fff_ffff;

  const carryOut = async (
    { link }: Line,
    deed: Deed,
    document: Uint8Array,
    run: Run,
  ): Promise<PrinterEvent | Ending> => {
    if (deed.kind === 'rest') {
      await rest(deed.ms, clock, run.signal);
      return { kind: 'rested' };
    }
    asked += 1;
    const answer = await link.ask(questionOf(deed.asked, { address, user, id: asked, document }), run.signal);
    if (answer.ok) return answer.value;
    return answer.fault === 'lost' ? { kind: 'lost' } : { kind: 'unanswered' };
  };
  const perform = (line: Line, task: Task, document: Uint8Array, run: Run): Promise<Completion<PrintResult | null>> =>
    runMachine({
      first: step(state, { kind: 'begin', task }),
      step,
      carryOut: (deed) => carryOut(line, deed, document, run),
      keep(after) {
        state = after;
        if (after.learnt === 'unknown') board.lose('unknown');
        else if (after.learnt) board.learn(stateOf(after.learnt), 'polled', boardValues(after.learnt));
      },
      run,
    });

  return serveDevice(
    {
      deviceClass: 'Printer',
      board,
      open: () => cables.ipp(address),
      connect: (wire, tally): Line => ({
        link: openLink<IppFrame>({
          transport: wire,
          framer: ippFramer,
          clock,
          tally,
          isDamaged: ({ kind }) => kind === 'damaged',
        }),
        tally,
      }),
      async selfTest(line, run) {
        const checked = await perform(line, { kind: 'check' }, NOTHING, run);
        return checked.ok ? ok(null) : checked;
      },
      commands: {
        async printDocument(line, { pdf, copies, duplex }, run) {
          const document = new Uint8Array(Buffer.from(pdf, 'base64'));
          if (!isPdf(document)) return fail(pageFaults.notPdf);
          const printed = await perform(line, { kind: 'print', copies, duplex }, document, run);
          line.tally.count('sheets', state.sheets);
          if (!printed.ok) return fail(printed.fault);
          if (printed.value === null) throw new Error('a print ended as a check');
          return ok(printed.value);
        },
      },
      tend: {
        everyMs: () => (state.leftOver ? TAKE_BACK_AFTER_MS : LOOK_EVERY_MS),
        turn: (line, run) => perform(line, { kind: 'check' }, NOTHING, run),
      },
      timedOut: () => ({ ...pageFaults.silent, completion: 'timeOut' }),
      // It has an address, and neither a path nor permissions.
      unreachable: pageFaults.silent,
    },
    surroundings,
  );
}

/** ISO 32000-1, 7.5.2: the header may be anywhere in the first 1024 bytes. */
function isPdf(document: Uint8Array): boolean {
  return Buffer.from(document.subarray(0, 1_024)).includes('%PDF-');
}
