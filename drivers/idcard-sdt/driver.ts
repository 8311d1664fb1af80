/** The resident ID card reader with SAM_A frames (SDT): carries out what its machine decides. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link } from '../link/link.ts';
import { CANCELED, LOST, rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { Answer, SdtFrame } from './codec.ts';
import { cardFaults } from './faults.ts';
import { sdtFramer } from './framer.ts';
import {
  fellSilent,
  forgetHolder,
  interrupted,
  READER_AT_START,
  reconnected,
  step,
  type ReaderEvent,
  type ReaderState,
  type Task,
} from './machine.ts';
import { narrateReader } from './narrate.ts';
import { questionOf } from './questions.ts';

export const idcardSdt = defineDriver({
  deviceClass: 'CardReader',
  model: 'idcard-sdt',
  settings: ['baudRate'],
  narrate: narrateReader,
  open: openReader,
});

function openReader(surroundings: DriverSurroundings): Driver<'CardReader'> {
  const { clock } = surroundings;
  const board = makeStatusBoard(clock, ['module', 'card']);
  let state: ReaderState = READER_AT_START;

  const perform = async (line: Link<SdtFrame>, task: Task, run: Run): Promise<Completion<IdentityCard | null>> => {
    let event: ReaderEvent = { kind: 'begin', task };
    for (;;) {
      const { state: after, tell, next } = step(state, event);
      state = after;
      for (const name of tell) run.event(name);
      if (next.kind === 'complete') return next.completion;
      if (next.kind === 'rest') {
        await rest(next.ms, clock, run.signal);
        event = { kind: 'rested' };
      } else {
        const answer = await line.ask(questionOf(next.command), run.signal);
        if (!answer.ok && answer.fault === 'lost') return fail(LOST);
        if (answer.ok) learn(answer.value);
        else if (answer.fault === 'silent' || answer.fault === 'stuck') board.lose('unknown');
        event = answer.ok ? { kind: 'answered', answer: answer.value } : { kind: 'unanswered' };
      }
      if (run.endedBy()) {
        state = interrupted(state);
        return fail(CANCELED);
      }
    }
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
      connect(wire) {
        state = reconnected(state);
        return openLink({ transport: wire, framer: sdtFramer, clock, isDamaged: (frame) => frame.kind === 'damaged' });
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
      unreachable: { code: 'device.missing', completion: 'deviceNotReady' },
      claimed() {
        state = forgetHolder(state);
      },
    },
    surroundings,
  );
}
