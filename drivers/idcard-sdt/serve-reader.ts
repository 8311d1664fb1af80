/** The service of every reader with SAM_A frames (SDT), whatever it hangs on: carries out what its machine decides. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import { CANCELED, LOST, rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { OpenTrouble, Transport } from '../transport/transport.ts';
import type { Answer, SdtFrame } from './codec.ts';
import { cardFaults } from './faults.ts';
import { sdtFramer } from './framer.ts';
import {
  fellSilent,
  forgetHolder,
  READER_AT_START,
  reconnected,
  step,
  type ReaderEvent,
  type ReaderState,
  type Deed,
  type Task,
} from './machine.ts';
import { questionOf } from './questions.ts';

/** `open` tries once to open the cable as a line of bytes. */
export function serveReader(
  open: () => Promise<Result<Transport, OpenTrouble>>,
  surroundings: Pick<DriverSurroundings, 'id' | 'clock' | 'log'>,
): Driver<'CardReader'> {
  const { clock } = surroundings;
  const board = makeStatusBoard(clock, ['module', 'card']);
  let state: ReaderState = READER_AT_START;

  const perform = (line: Link<SdtFrame>, task: Task, run: Run): Promise<Completion<IdentityCard | null>> =>
    runMachine({
      first: step(state, { kind: 'begin', task }),
      step,
      carryOut: (deed) => carryOut(line, deed, run),
      keep: (after) => {
        state = after;
      },
      run,
    });
  const carryOut = async (line: Link<SdtFrame>, deed: Deed, run: Run): Promise<ReaderEvent | Ending> => {
    if (deed.kind === 'rest') {
      await rest(deed.ms, clock, run.signal);
      return { kind: 'rested' };
    }
    const answer = await line.ask(questionOf(deed.command), run.signal);
    if (answer.ok) {
      learn(answer.value);
      return { kind: 'answered', answer: answer.value };
    }
    if (answer.fault === 'silent' || answer.fault === 'stuck') board.lose('unknown');
    return answer.fault === 'lost' ? { kind: 'lost' } : { kind: 'unanswered' };
  };
  const learn = (answer: Answer): void => {
    if (answer.kind === 'broken') return board.learn('hardwareError', 'polled', { module: 'failed' });
    // A card that was read is not found again, so "not found" says nothing while one may lie there.
    const missing = state.lying === 'no' ? 'notPresent' : 'unknown';
    board.learn('online', 'polled', { module: 'ok', card: answer.kind === 'refused' ? missing : 'present' });
  };

  return serveDevice(
    {
      deviceClass: 'CardReader',
      board,
      open,
      connect(wire, tally) {
        state = reconnected(state);
        const isDamaged = (frame: SdtFrame): boolean => frame.kind === 'damaged';
        return openLink({ transport: wire, framer: sdtFramer, clock, tally, isDamaged });
      },
      async selfTest(line, run) {
        const answer = await line.ask(questionOf('samStatus'), run.signal);
        if (!answer.ok) {
          if (answer.fault === 'lost') return fail(LOST);
          if (answer.fault === 'aborted') return fail(CANCELED);
          state = fellSilent(state);
          board.lose('unknown');
          return fail(cardFaults.silent);
        }
        const well = answer.value.kind === 'ready';
        board.learn(well ? 'online' : 'hardwareError', 'polled', { module: well ? 'ok' : 'failed' });
        if (answer.value.kind === 'broken') return fail(cardFaults.broken(answer.value.status));
        return ok(null);
      },
      commands: {
        read: async (line, _payload, run) => {
          const completion = await perform(line, 'read', run);
          if (!completion.ok) return completion;
          if (completion.value === null) throw new Error('a card was read and none came out');
          return ok(completion.value);
        },
        awaitRemoval: async (line, _payload, run) => {
          const completion = await perform(line, 'awaitRemoval', run);
          return completion.ok ? ok(null) : completion;
        },
      },
      timedOut(command) {
        if (board.read().state !== 'online') return { ...cardFaults.silent, completion: 'timeOut' };
        return command === 'awaitRemoval' ? cardFaults.stillThere : cardFaults.absent;
      },
      claimed() {
        state = forgetHolder(state);
      },
    },
    surroundings,
  );
}
