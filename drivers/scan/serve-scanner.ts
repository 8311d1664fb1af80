/** The service of every scanner: one that can't be asked anything, and is heard all the time. */
import { fail, ok, type Result } from '#contract/result.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { runMachine } from '../service/run-machine.ts';
import { LOST } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { OpenTrouble, Wire } from '../transport/transport.ts';
import { openEar, type Ear } from './ear.ts';
import { scanFaults } from './faults.ts';
import { READ_AT_START, step, type ReadState } from './machine.ts';
import type { ScanNews } from './news.ts';

export interface ScannerWork<W extends Wire> {
  open(): Promise<Result<W, OpenTrouble>>;
  /** Turns what comes on a fresh wire into news, for as long as it is open. Never rejects; resolves when codes can come. */
  attach(wire: W, hear: (news: ScanNews) => void): Promise<void>;
}

interface Line {
  readonly ear: Ear;
  readonly ready: Promise<void>;
  isGone(): boolean;
}

export function serveScanner<W extends Wire>(
  work: ScannerWork<W>,
  surroundings: Pick<DriverSurroundings, 'id' | 'clock' | 'log'>,
): Driver<'BarcodeReader'> {
  const board = makeStatusBoard(surroundings.clock, ['scanner']);
  let state: ReadState = READ_AT_START;

  return serveDevice<'BarcodeReader', W, Line>(
    {
      deviceClass: 'BarcodeReader',
      board,
      open: () => work.open(),
      connect(wire, tally) {
        const ear = openEar();
        let gone = false;
        wire.onClosed(() => {
          gone = true;
          ear.lose();
        });
        const ready = work.attach(wire, (news) => {
          if (news.kind === 'damaged') tally.damaged();
          if (news.kind === 'code') {
            tally.count('codes');
            board.learn('online', 'unsolicited', { scanner: 'heard' });
          }
          ear.hear(news);
        });
        return { ear, ready, isGone: () => gone };
      },
      // Nobody can ask it: that its cable is there is all there is to know, until it has read a code.
      async selfTest({ ready, isGone }) {
        await ready;
        // Perhaps because it went away.
        if (isGone()) return fail(LOST);
        const heard = board.read().values['scanner']?.value === 'heard';
        board.learn('online', 'inferred', heard ? {} : { scanner: 'connected' });
        return ok(null);
      },
      commands: {
        async read({ ear }, _payload, run) {
          const listening = ear.listen();
          const completion = await runMachine({
            first: step(state, { kind: 'begin' }),
            step,
            carryOut: () => listening.next(run.signal),
            keep: (after) => {
              state = after;
            },
            run,
          });
          listening.stop();
          return completion;
        },
      },
      timedOut(command) {
        if (command !== 'read') return scanFaults.silent;
        return state.damage === null ? scanFaults.absent : scanFaults.damaged(state.damage);
      },
    },
    surroundings,
  );
}
