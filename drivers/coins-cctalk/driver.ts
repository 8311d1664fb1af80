/** The ccTalk coin acceptor: carries out what its machine decides, and listens between the commands while coins may fall. */
import type { Completion } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { cashService } from '../cash/cash-service.ts';
import type { CashDone } from '../cash/cash-tasks.ts';
import { watchLeaving } from '../cash/leaving.ts';
import { openStorageBook } from '../cash/storage-counts.ts';
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
import { coinsAtStart, reconnected, type Deed, type Heard, type Task } from './state.ts';

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
  const book = openStorageBook();
  const leaving = watchLeaving(() => state.gate === 'open');

  const perform = (line: Line, task: Task, run: Run): Promise<Completion<CashDone>> =>
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

  return serveDevice<'CashAcceptor', Transport, Line>(
    {
      ...cashService<Line>({ counts: 'coins', board, book, leaving, perform }),
      deviceClass: 'CashAcceptor',
      board,
      open: () => cables.bytes(byteAddress(place, settings)),
      connect(transport, tally): Line {
        state = reconnected(state);
        const isDamaged = (frame: CoinFrame): boolean => frame.kind === 'damaged';
        return { link: openLink({ transport, framer: coinFramer(wire), clock, tally, isDamaged }), tally };
      },
      tend: {
        everyMs: () => {
          if (leaving.dueMs() !== null) return leaving.dueMs();
          if (state.gate === 'open') return POLL_MS;
          return state.gate === 'unknown' ? SHUT_AFTER_MS : null;
        },
        turn: async (line, run) => {
          const end = () => perform(line, { kind: 'end', own: true }, run);
          if (leaving.dueMs() !== null) await leaving.turn(end);
          else if (state.gate === 'unknown') await end();
          else await perform(line, { kind: 'listen' }, run);
        },
      },
    },
    surroundings,
  );
}
