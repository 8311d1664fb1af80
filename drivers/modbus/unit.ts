/** One unit on a shared line: carries out jobs there, in its turn, with the silence that the line wants between two frames. */
import type { Clock } from '#contract/clock.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { openLink, type Link } from '../link/link.ts';
import { runMachine, type Ending } from '../service/run-machine.ts';
import { rest, type Run } from '../service/run.ts';
import type { Tally } from '../service/tally.ts';
import type { SharedWire } from '../transport/shared-line.ts';
import { decodeReply, encodeRequest, replyBytesOf, type ModbusFrame } from './codec.ts';
import { modbusFramer, silenceMs } from './framer.ts';
import { jobsAtStart, step, type Job, type JobDeed, type JobEvent, type JobFaults } from './jobs.ts';

export interface ModbusUnit {
  /** The values of the reads among them, in their order. */
  carryOut(jobs: readonly Job[], run: Run): Promise<Completion<readonly (readonly number[])[]>>;
}

export interface UnitOptions {
  readonly unit: number;
  readonly wire: SharedWire;
  readonly clock: Clock;
  readonly tally: Tally;
  readonly faults: JobFaults;
  /** The unit did not answer. */
  readonly onSilent: () => void;
}

/** Boards answer within tens of milliseconds; gateways take longer. */
const REPLY_MS = 250;

export function openUnit({ unit, wire, clock, tally, faults, onSilent }: UnitOptions): ModbusUnit {
  const link: Link<ModbusFrame> = openLink({
    transport: wire,
    framer: modbusFramer,
    clock,
    tally,
    isDamaged: (frame) => frame.kind === 'damaged',
    turn: (work, signal, givenUp) =>
      wire.turn(
        async () => {
          const done = await work();
          await rest(silenceMs(wire.baudRate), clock, NEVER);
          return done;
        },
        signal,
        givenUp,
      ),
  });
  const perform = async (deed: JobDeed, run: Run): Promise<JobEvent | Ending> => {
    if (deed.kind === 'rest') {
      await rest(deed.ms, clock, run.signal);
      return { kind: 'rested' };
    }
    const { request } = deed;
    const question = {
      bytes: encodeRequest(unit, request),
      match: (frame: ModbusFrame) => decodeReply(unit, request, frame),
      replyMs: REPLY_MS,
      replyBytes: replyBytesOf(request),
      attempts: 1,
    };
    const answer = await link.ask(question, run.signal);
    if (answer.ok) return { kind: 'answered', reply: answer.value };
    if (answer.fault === 'lost') return { kind: 'lost' };
    if (answer.fault !== 'aborted') onSilent();
    return { kind: 'unanswered' };
  };
  return {
    carryOut: (jobs, run) =>
      runMachine({
        first: step(jobsAtStart(faults), { kind: 'begin', jobs }),
        step,
        carryOut: (deed) => perform(deed, run),
        keep: () => undefined,
        run,
      }),
  };
}

const NEVER = new AbortController().signal;
