/** The ccTalk coin acceptor: carries out what its machine decides, and listens between the commands while coins may fall. */
import { ok } from '#contract/result.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { cashFaults } from '../cash/faults.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { openLink, type Link } from '../link/link.ts';
import { runMachine } from '../service/run-machine.ts';
import { rest, type Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { Tally } from '../service/tally.ts';
import { byteAddress } from '../transport/byte-address.ts';
import type { Transport } from '../transport/transport.ts';
import type { CoinFrame, CoinLine } from './codec.ts';
import { coinFramer } from './framer.ts';
import { POLL_MS, step } from './machine.ts';
import { narrateCoins } from './narrate.ts';
import { questionOf } from './questions.ts';
import { coinsAtStart, reconnected, type Deed, type Done, type Heard, type Task } from './state.ts';

export const coinsCctalk = defineDriver({
  deviceClass: 'CashAcceptor',
  model: 'coins-cctalk',
  narrate: narrateCoins,
  open: openCoins,
});

/** How soon a gate is shut of which nobody knows whether it is. */
const SHUT_AFTER_MS = 5_000;

interface Line {
  readonly link: Link<CoinFrame>;
  readonly tally: Tally;
}

function openCoins({
  cables,
  place,
  settings,
  ...surroundings
}: DriverSurroundings<SettingsOf<'CashAcceptor', 'coins-cctalk'>>): Driver<'CashAcceptor'> {
  const { clock } = surroundings;
  const wire: CoinLine = { address: settings.address, checksum: settings.checksum };
  const board = makeStatusBoard(clock, ['acceptor']);
  let state = coinsAtStart(clock.now().toString(36), settings.coinUnitFen);
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

  const carryOut = async ({ link }: Line, deed: Deed, run: Run): Promise<Heard> => {
    if (deed.kind === 'rest') {
      await rest(deed.ms, clock, run.signal);
      return { kind: 'rested' };
    }
    const answer = await link.ask(questionOf(wire, deed.name, deed.data), run.signal);
    if (answer.ok) {
      learn(answer.value.kind === 'selfCheck' ? answer.value.code : null);
      return { kind: 'answered', answer: answer.value };
    }
    if (answer.fault === 'lost') return { kind: 'lost' };
    if (answer.fault !== 'aborted') board.lose('unknown');
    return { kind: 'unanswered' };
  };

  /** What its self-check found stays true until the next one; that it answers says only that it is there. */
  const learn = (selfCheck: number | null): void => {
    const failed = selfCheck === null ? board.read().values['acceptor']?.value === 'failed' : selfCheck !== 0;
    const known = selfCheck === null ? {} : { acceptor: failed ? 'failed' : 'ok' };
    board.learn(failed ? 'hardwareError' : 'online', 'polled', known);
  };

  /** For tasks that have nothing to tell but that they were done. */
  const done = async (line: Line, task: Task, run: Run): Promise<Completion<null>> => {
    const completion = await perform(line, task, run);
    return completion.ok ? ok(null) : completion;
  };

  const abandon = (): void => {
    abandoned = state.gate === 'open';
  };

  return serveDevice<'CashAcceptor', Transport, Line>(
    {
      deviceClass: 'CashAcceptor',
      board,
      open: () => cables.bytes(byteAddress(place, settings)),
      connect(transport, tally): Line {
        state = reconnected(state);
        const isDamaged = (frame: CoinFrame): boolean => frame.kind === 'damaged';
        return { link: openLink({ transport, framer: coinFramer(wire), clock, tally, isDamaged }), tally };
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
          if (!completion.ok) return completion;
          line.tally.count('coins');
          return ok(of('item', completion.value).item);
        },
        cashInEnd: (line, _payload, run) => done(line, { kind: 'end' }, run),
        reconcile: async (line, { since }, run) => {
          const completion = await perform(line, { kind: 'reconcile', since }, run);
          if (!completion.ok) return completion;
          const { happened, upTo, missed } = of('happened', completion.value);
          return ok({ happened: [...happened], upTo, missed });
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
        everyMs: () => {
          if (abandoned) return 0;
          if (state.gate === 'open') return POLL_MS;
          return state.gate === 'unknown' ? SHUT_AFTER_MS : null;
        },
        turn: async (line, run) => {
          const shut = abandoned || state.gate === 'unknown';
          abandoned = false;
          await perform(line, { kind: shut ? 'end' : 'listen' }, run);
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
