/** The CCNET note acceptor: carries out what its machine decides, and acknowledges what the validator said. */
import { fail, ok } from '#contract/result.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { cashFaults } from '../cash/faults.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import { rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { Tally } from '../service/tally.ts';
import { byteAddress } from '../transport/byte-address.ts';
import type { Transport } from '../transport/transport.ts';
import { ACKNOWLEDGE, wantsAcknowledgement, type CcnetFrame } from './codec.ts';
import { ccnetFramer } from './framer.ts';
import {
  notesAtStart,
  reconnected,
  step,
  type Deed,
  type Done,
  type NotesEvent,
  type NotesState,
  type Task,
} from './machine.ts';
import { narrateNotes } from './narrate.ts';
import { questionOf } from './questions.ts';
import { stateOf, valuesOf } from './status.ts';

export const notesCcnet = defineDriver({
  deviceClass: 'CashAcceptor',
  model: 'notes-ccnet',
  narrate: narrateNotes,
  open: openNotes,
});

/** A note in escrow is let go after ten seconds unless it is told to hold on. */
const HOLD_EVERY_MS = 3_000;

interface Line {
  readonly link: Link<CcnetFrame>;
  readonly tally: Tally;
}

function openNotes({
  cables,
  place,
  settings,
  ...surroundings
}: DriverSurroundings<SettingsOf<'CashAcceptor', 'notes-ccnet'>>): Driver<'CashAcceptor'> {
  const { clock } = surroundings;
  const board = makeStatusBoard(clock, ['acceptor', 'cashBox', 'escrow']);
  let state: NotesState = notesAtStart(clock.now().toString(36));
  /** Nobody has taken it up since the holder changed: nothing more may be taken in. */
  let abandoned = false;

  const perform = (line: Line, task: Task, run: Run): Promise<Completion<Done>> =>
    runMachine({
      first: step(state, { kind: 'begin', task }),
      step,
      carryOut: (deed) => carryOut(line, deed, run),
      keep: (after) => {
        state = after;
      },
      run,
    });

  const carryOut = async ({ link }: Line, deed: Deed, run: Run): Promise<NotesEvent | Ending> => {
    if (deed.kind === 'rest') {
      await rest(deed.ms, clock, run.signal);
      return { kind: 'rested' };
    }
    const answer = await link.ask(questionOf(deed.command, deed.parameters ?? []), run.signal);
    if (!answer.ok) {
      if (answer.fault === 'lost') return { kind: 'lost' };
      if (answer.fault !== 'aborted') board.lose('unknown');
      return { kind: 'unanswered' };
    }
    // Also for a command that was given up meanwhile: what has been heard has been heard.
    if (wantsAcknowledgement(answer.value)) await link.tell(ACKNOWLEDGE, NEVER);
    if (answer.value.kind === 'condition')
      board.learn(stateOf(answer.value.condition), 'polled', valuesOf(answer.value.condition));
    return { kind: 'answered', answer: answer.value };
  };

  /** For tasks that have nothing to tell but that they were done. */
  const done = async (line: Line, task: Task, run: Run): Promise<Completion<null>> => {
    const completion = await perform(line, task, run);
    return completion.ok ? ok(null) : completion;
  };

  const settle =
    (order: 'stack' | 'giveBack') =>
    async (line: Line, { mark }: { readonly mark: string }, run: Run) => {
      const completion = await perform(line, { kind: 'settle', order, mark }, run);
      if (!completion.ok) return completion;
      const { place: where } = of('place', completion.value);
      if (where === 'stored') line.tally.count('notes');
      return ok({ place: where });
    };

  return serveDevice<'CashAcceptor', Transport, Line>(
    {
      deviceClass: 'CashAcceptor',
      board,
      open: () => cables.bytes(byteAddress(place, settings)),
      connect(wire, tally): Line {
        state = reconnected(state);
        const isDamaged = (frame: CcnetFrame): boolean => frame.kind === 'damaged';
        return { link: openLink({ transport: wire, framer: ccnetFramer, clock, tally, isDamaged }), tally };
      },
      selfTest: (line, run) => done(line, { kind: 'check' }, run),
      commands: {
        cashUnit: async (line, _payload, run) => {
          const completion = await perform(line, { kind: 'unit' }, run);
          return completion.ok ? ok(of('unit', completion.value).unit) : completion;
        },
        cashInStart: (line, { acceptFen }, run) => {
          abandoned = false;
          return done(line, { kind: 'start', acceptFen }, run);
        },
        cashIn: async (line, _payload, run) => {
          const completion = await perform(line, { kind: 'accept' }, run);
          return completion.ok ? ok(of('item', completion.value).item) : completion;
        },
        store: settle('stack'),
        giveBack: settle('giveBack'),
        cashInEnd: (line, _payload, run) => done(line, { kind: 'end' }, run),
        reconcile: async (line, { since }, run) => {
          const completion = await perform(line, { kind: 'reconcile', since }, run);
          if (!completion.ok) return completion;
          const { happened } = of('happened', completion.value);
          return ok({ happened: [...happened], upTo: happened.at(-1)?.mark ?? since, missed: false });
        },
      },
      timedOut: (command) =>
        command === 'cashIn' && board.read().state === 'online'
          ? cashFaults.absent
          : { ...cashFaults.silent, completion: 'timeOut' },
      unreachable: { code: 'device.missing', completion: 'deviceNotReady' },
      claimed() {
        abandoned = state.enabled.length > 0;
      },
      tend: {
        everyMs: () => (abandoned ? 0 : state.escrow === null ? null : HOLD_EVERY_MS),
        turn: async (line, run) => {
          const task: Task = { kind: abandoned ? 'end' : 'hold' };
          abandoned = false;
          await perform(line, task, run);
        },
      },
    },
    surroundings,
  );
}

const NEVER = new AbortController().signal;

/** A task completes with what it was for; anything else is a programming error. */
function of<K extends Done['kind']>(kind: K, done: Done): Extract<Done, { kind: K }> {
  if (done.kind !== kind) throw new Error(`expected ${kind}, the machine completed with ${done.kind}`);
  return done as Extract<Done, { kind: K }>;
}
