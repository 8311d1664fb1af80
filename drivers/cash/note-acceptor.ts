/** The service of every polled note validator: carries out what the note machine decides, in the words of one protocol. */
import { ok, type Result } from '#contract/result.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import type { Framer } from '../link/framer.ts';
import { openLink, type Link, type LinkTrouble, type Question } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import { rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { Tally } from '../service/tally.ts';
import { byteAddress } from '../transport/byte-address.ts';
import type { SerialAddress, Transport } from '../transport/transport.ts';
import { cashFaults } from './faults.ts';
import { watchLine, type DoubtedLine } from './doubted-line.ts';
import { step, type NotesEvent } from './note-machine.ts';
import { mayForget, notesAtStart, reconnected, type Done, type NotesState, type Task } from './note-state.ts';
import { stateOf, valuesOf } from './note-status.ts';
import type { Deed } from './note-steps.ts';
import {
  isOutcome,
  type Learnt,
  type NoteAnswer,
  type NoteCondition,
  type NoteOrder,
  type Obeyed,
} from './note-words.ts';

/** What makes a protocol: its frames, its questions, and what it wants to hear back. */
export interface NoteDialect<Frame> {
  readonly framer: Framer<Frame>;
  readonly isDamaged: (frame: Frame) => boolean;
  readonly poll: Question<Frame, Polled>;
  /** What a frame means that came when nobody waited for it; null: nothing of interest. */
  overheard(frame: Frame): NoteCondition | null;
  order(order: NoteOrder): Question<Frame, Obeyed>;
  learn(link: Link<Frame>, signal: AbortSignal): Promise<Result<Learnt, LinkTrouble>>;
  enable(link: Link<Frame>, bills: readonly number[], signal: AbortSignal): Promise<Result<Obeyed, LinkTrouble>>;
  /** How long it needs after an acknowledgement until it listens again. */
  readonly pauseMs: number;
  /** It stays at its start until it is told what to take. */
  readonly setUpWhileStarting: boolean;
}

export interface Polled {
  readonly condition: NoteCondition;
  /** Tells the validator that this was heard and may be forgotten; null when it doesn't wait for that. */
  readonly acknowledgement: Uint8Array | null;
}

/** A note in escrow is let go after ten seconds unless it is told to hold on. */
const HOLD_EVERY_MS = 3_000;
/** A validator that didn't hear that it is over is told again. */
const END_AGAIN_MS = 3_000;
/** Nobody decides for two minutes: then it goes back by itself. */
const MOST_HOLDS = 40;

interface Line<Frame> {
  readonly link: Link<Frame>;
  readonly tally: Tally;
  /** Outcomes that came when nobody waited for them, since the last deed. */
  readonly overheard: NoteCondition[];
  readonly doubted: DoubtedLine;
}

/** `serial`: how the port is set, where the device hangs on one. */
export function openNoteAcceptor<Frame>(
  dialect: NoteDialect<Frame>,
  { cables, place, ...surroundings }: Omit<DriverSurroundings, 'settings'>,
  serial: Omit<SerialAddress, 'path'>,
): Driver<'CashAcceptor'> {
  const { clock } = surroundings;
  const board = makeStatusBoard(clock, ['acceptor', 'cashBox', 'escrow']);
  let state: NotesState = notesAtStart(crypto.randomUUID(), dialect.setUpWhileStarting);
  /** Nobody has taken it up since the holder changed, and nothing more may be taken in: when to see to that. */
  let endInMs: number | null = null;

  const abandon = (): void => {
    if (state.enabled.length > 0) endInMs = 0;
  };

  const perform = (line: Line<Frame>, task: Task, run: Run): Promise<Completion<Done>> =>
    runMachine({
      first: step(state, { kind: 'begin', task }),
      step,
      carryOut: (deed) => carryOut(line, deed, run.signal),
      keep: (after) => {
        state = after;
      },
      run,
    });

  const carryOut = async (line: Line<Frame>, deed: Deed, signal: AbortSignal): Promise<NotesEvent | Ending> => {
    if (deed.kind === 'rest') {
      await rest(deed.ms, clock, signal);
      return { kind: 'rested' };
    }
    const answer = await ask(line, deed, signal);
    if (!answer.ok && answer.fault === 'lost') return { kind: 'lost' };
    // What a command that ended doesn't hear any more is kept for the next one.
    const overheard = signal.aborted ? [] : line.overheard.splice(0);
    if (answer.ok) return { kind: 'answered', answer: answer.value, overheard };
    if (answer.fault !== 'aborted') board.lose('unknown');
    return { kind: 'unanswered', overheard };
  };

  const ask = async (
    line: Line<Frame>,
    deed: Exclude<Deed, { kind: 'rest' }>,
    signal: AbortSignal,
  ): Promise<Result<NoteAnswer, LinkTrouble>> => {
    const { link } = line;
    switch (deed.kind) {
      case 'order': {
        const obeyed = await link.ask(dialect.order(deed.order), signal);
        return obeyed.ok ? ok({ kind: obeyed.value }) : obeyed;
      }
      case 'enable': {
        const obeyed = await dialect.enable(link, deed.bills, signal);
        return obeyed.ok ? ok({ kind: obeyed.value }) : obeyed;
      }
      case 'learn': {
        const learnt = await dialect.learn(link, signal);
        return learnt.ok ? ok({ kind: 'learnt', learnt: learnt.value }) : learnt;
      }
      case 'poll': {
        const said = await link.ask(dialect.poll, signal);
        if (!said.ok) return said;
        const { condition } = said.value;
        board.learn(stateOf(condition), 'polled', valuesOf(condition));
        // A command that ended meanwhile doesn't hear this: then the validator has to say it again.
        if (!signal.aborted) await acknowledge(line, said.value, signal);
        return ok({ kind: 'condition', condition });
      }
    }
  };

  const acknowledge = async (
    { link, doubted }: Line<Frame>,
    { condition, acknowledgement }: Polled,
    signal: AbortSignal,
  ): Promise<void> => {
    if (acknowledgement === null || !mayForget(state, condition, doubted.isClean())) return;
    await link.tell(acknowledgement, signal);
    await rest(dialect.pauseMs, clock, signal);
  };

  /** For tasks that have nothing to tell but that they were done. */
  const done = async (line: Line<Frame>, task: Task, run: Run): Promise<Completion<null>> => {
    const completion = await perform(line, task, run);
    return completion.ok ? ok(null) : completion;
  };

  const settle =
    (order: 'stack' | 'giveBack') =>
    async (line: Line<Frame>, { mark }: { readonly mark: string }, run: Run) => {
      const completion = await perform(line, { kind: 'settle', order, mark }, run);
      if (!completion.ok) return completion;
      const { place: where } = of('place', completion.value);
      if (where === 'stored') line.tally.count('notes');
      return ok({ place: where });
    };

  return serveDevice<'CashAcceptor', Transport, Line<Frame>>(
    {
      deviceClass: 'CashAcceptor',
      board,
      open: () => cables.bytes(byteAddress(place, serial)),
      connect(wire, tally) {
        state = reconnected(state);
        const { framer, isDamaged } = dialect;
        const overheard: NoteCondition[] = [];
        const doubted = watchLine(clock);
        const onUnasked = (frame: Frame): void => {
          doubted.trouble();
          const condition = isDamaged(frame) ? null : dialect.overheard(frame);
          if (condition !== null && isOutcome(condition)) overheard.push(condition);
        };
        const link = openLink({ transport: wire, framer, clock, tally: doubted.over(tally), isDamaged, onUnasked });
        return { link, tally, overheard, doubted };
      },
      selfTest: (line, run) => done(line, { kind: 'check' }, run),
      commands: {
        cashUnit: async (line, _payload, run) => {
          const completion = await perform(line, { kind: 'unit' }, run);
          return completion.ok ? ok(of('unit', completion.value).unit) : completion;
        },
        cashInStart: (line, { acceptFen }, run) => {
          endInMs = null;
          return done(line, { kind: 'start', acceptFen }, run);
        },
        cashIn: async (line, _payload, run) => {
          const completion = await perform(line, { kind: 'accept' }, run);
          return completion.ok ? ok(of('item', completion.value).item) : completion;
        },
        store: settle('stack'),
        giveBack: settle('giveBack'),
        cashInEnd: (line, _payload, run) => done(line, { kind: 'end', own: false }, run),
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
      claimed: abandon,
      released: abandon,
      tend: {
        everyMs() {
          if (endInMs !== null) return endInMs;
          return state.escrow === null || state.escrow.holds >= MOST_HOLDS ? null : HOLD_EVERY_MS;
        },
        turn: async (line, run) => {
          if (endInMs === null) return perform(line, { kind: 'hold' }, run);
          const ended = await perform(line, { kind: 'end', own: true }, run);
          endInMs = ended.ok ? null : END_AGAIN_MS;
          return ended;
        },
      },
    },
    surroundings,
  );
}

/** A task completes with what it was for; anything else is a programming error. */
function of<K extends Done['kind']>(kind: K, done: Done): Extract<Done, { kind: K }> {
  if (done.kind !== kind) throw new Error(`expected ${kind}, the machine completed with ${done.kind}`);
  return done as Extract<Done, { kind: K }>;
}
