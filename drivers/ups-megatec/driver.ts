/** The uninterruptible power supply: tells whether the mains are there and how long the battery may last; it never switches anything. */
import { fail, ok } from '#contract/result.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import type { Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import { byteAddress } from '../transport/byte-address.ts';
import type { Transport } from '../transport/transport.ts';
import { decodeAnswer, encodeQuestion, type UpsLine } from './codec.ts';
import { megatecFramer } from './framer.ts';
import { step, upsAtStart, upsFaults, type UpsDeed, type UpsEvent, type UpsState } from './machine.ts';
import { narrateUps } from './narrate.ts';
import { VALUE_NAMES, valuesOf } from './status.ts';

export const upsMegatec = defineDriver({
  deviceClass: 'Auxiliaries',
  model: 'ups-megatec',
  narrate: narrateUps,
  open: openUps,
});

/** A power cut has to be known before the battery is; a status takes a fifth of a second on the wire. */
const LOOK_EVERY_MS = 5_000;
const REPLY_MS = 800;
const LONGEST_LINE = 47;
const ATTEMPTS = 3;

type Line = Link<UpsLine>;

function openUps({
  cables,
  place,
  settings,
  ...surroundings
}: DriverSurroundings<SettingsOf<'Auxiliaries', 'ups-megatec'>>): Driver<'Auxiliaries'> {
  const { clock } = surroundings;
  const board = makeStatusBoard(clock, VALUE_NAMES);
  let state: UpsState = upsAtStart;

  const carryOut = async (link: Line, { name }: UpsDeed, run: Run): Promise<UpsEvent | Ending> => {
    const question = {
      bytes: encodeQuestion(name),
      match: (line: UpsLine) => decodeAnswer(name, line),
      replyMs: REPLY_MS,
      replyBytes: LONGEST_LINE,
      attempts: ATTEMPTS,
    };
    const answer = await link.ask(question, run.signal);
    if (answer.ok) return { kind: 'answered', answer: answer.value };
    if (answer.fault === 'lost') return { kind: 'lost' };
    if (name === 'status' && answer.fault !== 'aborted') board.lose('unknown');
    return { kind: 'unanswered', garbled: answer.fault === 'garbled' };
  };

  const look = async (line: Line, run: Run): Promise<Completion<null>> => {
    const read = await runMachine({
      first: step(state, { kind: 'begin' }),
      step,
      carryOut: (deed) => carryOut(line, deed, run),
      keep: (after) => {
        state = after;
      },
      run,
    });
    if (!read.ok) {
      if (read.fault.code === upsFaults.garbled.code) board.lose('unknown');
      return read;
    }
    const { failed } = read.value.flags;
    board.learn(failed ? 'hardwareError' : 'online', 'polled', valuesOf(read.value, state, settings));
    return failed ? fail(upsFaults.broken) : ok(null);
  };

  return serveDevice<'Auxiliaries', Transport, Line>(
    {
      deviceClass: 'Auxiliaries',
      board,
      open: () => cables.bytes(byteAddress(place, settings)),
      connect(transport, tally): Line {
        state = upsAtStart;
        const isDamaged = (line: UpsLine): boolean => line.kind === 'damaged';
        return openLink({ transport, framer: megatecFramer, clock, tally, isDamaged });
      },
      selfTest: look,
      commands: {},
      timedOut: () => ({ ...upsFaults.silent, completion: 'timeOut' }),
      tend: { everyMs: () => LOOK_EVERY_MS, turn: look },
    },
    surroundings,
  );
}
