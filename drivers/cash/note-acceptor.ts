/** The service of every polled note validator: carries out what the note machine decides, in the words of one protocol. */
import { ok, type Result } from '#contract/result.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type LinkTrouble } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import { rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { Tally } from '../service/tally.ts';
import { byteAddress } from '../transport/byte-address.ts';
import type { SerialAddress, Transport } from '../transport/transport.ts';
import { cashService } from './cash-service.ts';
import { of, type CashDone } from './cash-tasks.ts';
import { watchLine, type DoubtedLine } from './doubted-line.ts';
import { watchLeaving } from './leaving.ts';
import type { NoteDialect, NoteSpeech } from './note-dialect.ts';
import { step, type NotesEvent } from './note-machine.ts';
import { mayForget, notesAtStart, reconnected, type NotesState, type Task } from './note-state.ts';
import { stateOf, valuesOf } from './note-status.ts';
import type { Deed } from './note-steps.ts';
import { isOutcome, type NoteAnswer, type NoteCondition } from './note-words.ts';
import { openStorageBook } from './storage-counts.ts';

/** A note in escrow is let go after ten seconds unless it is told to hold on. */
const HOLD_EVERY_MS = 3_000;
/** Nobody decides for two minutes: then it goes back by itself. */
const MOST_HOLDS = 40;

interface Line {
  readonly speech: NoteSpeech;
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
  const book = openStorageBook();
  const leaving = watchLeaving(() => state.enabled.length > 0);

  const perform = (line: Line, task: Task, run: Run): Promise<Completion<CashDone>> =>
    runMachine({
      first: step(state, { kind: 'begin', task }),
      step,
      carryOut: (deed) => carryOut(line, deed, run.signal),
      keep: (after) => {
        state = after;
      },
      run,
    });

  const carryOut = async (line: Line, deed: Deed, signal: AbortSignal): Promise<NotesEvent | Ending> => {
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
    line: Line,
    deed: Exclude<Deed, { kind: 'rest' }>,
    signal: AbortSignal,
  ): Promise<Result<NoteAnswer, LinkTrouble>> => {
    const { speech } = line;
    switch (deed.kind) {
      case 'order': {
        const obeyed = await speech.order(deed.order, signal);
        return obeyed.ok ? ok({ kind: obeyed.value }) : obeyed;
      }
      case 'enable': {
        const obeyed = await speech.enable(deed.bills, signal);
        return obeyed.ok ? ok({ kind: obeyed.value }) : obeyed;
      }
      case 'learn': {
        const learnt = await speech.learn(signal);
        return learnt.ok ? ok({ kind: 'learnt', learnt: learnt.value }) : learnt;
      }
      case 'poll': {
        const said = await speech.poll(signal);
        if (!said.ok) return said;
        const { condition } = said.value;
        board.learn(stateOf(condition, dialect.setUpWhileStarting), 'polled', valuesOf(condition));
        // A command that ended meanwhile doesn't hear this: then the validator has to say it again.
        const { acknowledge } = said.value;
        if (!signal.aborted && mayForget(state, condition, line.doubted.isClean())) await acknowledge?.(signal);
        return ok({ kind: 'condition', condition });
      }
    }
  };

  const settle =
    (order: 'stack' | 'giveBack') =>
    async (line: Line, { mark }: { readonly mark: string }, run: Run) => {
      const completion = await perform(line, { kind: 'settle', order, mark }, run);
      if (!completion.ok) return completion;
      const { place: where } = of('place', completion.value);
      if (where === 'stored') line.tally.count('notes');
      book.rests({ mark, place: where, valueFen: null });
      return ok({ place: where });
    };

  const { commands, ...service } = cashService<Line>({ counts: 'notes', board, book, leaving, perform });
  return serveDevice<'CashAcceptor', Transport, Line>(
    {
      ...service,
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
        return { speech: dialect.speak(link, clock), tally, overheard, doubted };
      },
      commands: { ...commands, store: settle('stack'), giveBack: settle('giveBack') },
      tend: {
        everyMs() {
          if (leaving.dueMs() !== null) return leaving.dueMs();
          return state.escrow === null || state.escrow.holds >= MOST_HOLDS ? null : HOLD_EVERY_MS;
        },
        turn: (line, run) =>
          leaving.dueMs() === null
            ? perform(line, { kind: 'hold' }, run)
            : leaving.turn(() => perform(line, { kind: 'end', own: true }, run)),
      },
    },
    surroundings,
  );
}
