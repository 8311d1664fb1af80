/** The service: makes a driver's work a port, with one queue, time limits, cancel, self-tests and status. */
import type { Clock } from '#contract/clock.ts';
import {
  DEVICE_CLASSES,
  type CommandName,
  type CommandOptions,
  type CommandPayload,
  type CommandResult,
  type DeviceClass,
} from '#contract/devices/classes.ts';
import type { StorageCounts } from '#contract/devices/cash-acceptor.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import type { DeviceStatistics } from '#contract/devices/statistics.ts';
import type { Result } from '#contract/result.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import type { OpenTrouble, Wire } from '../transport/transport.ts';
import { makeBackOff } from './back-off.ts';
import { keepConnected } from './connection.ts';
import { openQueue } from './queue.ts';
import { CANCELED, LOST, MISSING, openRun, type Run } from './run.ts';
import type { StatusBoard } from './status-board.ts';
import { openTally, type Tally } from './tally.ts';

/** UPOS CheckHealth, internal: when idle every five minutes, after trouble sooner. */
const SELF_TEST_EVERY_MS = 300_000;
const SELF_TEST_LIMIT_MS = 15_000;
/** A device that works for somebody is not idle: its self-test comes when it has nothing to do. */
const WHILE_BUSY_MS = 15_000;
/** So many failed self-tests in a row put a device out of service. */
const OUT_AFTER = 3;

type OwnCommand<C extends DeviceClass> = Exclude<CommandName<C>, 'status' | 'selfTest' | 'statistics'>;

/** What a driver has to bring; `Line` is whatever it builds on an open wire. */
export interface DeviceWork<C extends DeviceClass, W extends Wire, Line> {
  readonly deviceClass: C;
  readonly board: StatusBoard;
  /** Tries to open the cable once; never rejects. */
  open(): Promise<Result<W, OpenTrouble>>;
  connect(wire: W, tally: Tally): Line;
  /** Puts what it learns on the board; a fault when the device doesn't answer or is broken. */
  selfTest(line: Line, run: Run): Promise<Completion<null>>;
  /** The commands of the class that this model has; the others end as `unsupportedCommand`. */
  readonly commands: {
    readonly [N in OwnCommand<C>]?: (
      line: Line,
      payload: CommandPayload<C, N>,
      run: Run,
    ) => Promise<Completion<CommandResult<C, N>>>;
  };
  /** What this device counts besides, for its statistics: XFS4IoT storage counts. */
  storage?(): StorageCounts;
  /** The fault of a command that ran out of time. */
  timedOut(command: CommandName<C>): DeviceFault;
  /** The fault of a command for a device that can't be reached, where it isn't MISSING: its cable or its rights. */
  readonly unreachable?: DeviceFault;
  claimed?(): void;
  released?(): void;
  /**
   * What must be done between commands, for a device that would let go otherwise: a note held in escrow, a lamp that
   * goes out. Asked after every command and after every turn; null: nothing for now.
   */
  tend?: { everyMs(): number | null; turn(line: Line, run: Run): Promise<unknown> };
}

export function serveDevice<C extends DeviceClass, W extends Wire, Line>(
  work: DeviceWork<C, W, Line>,
  { id, clock, log }: Pick<DriverSurroundings, 'id' | 'clock' | 'log'>,
): Driver<C> {
  const { board } = work;
  const queue = openQueue();
  const tally = openTally();
  /** Commands that run or wait. */
  let open = 0;
  const health = watchHealth(
    clock,
    () => perform('selfTest', {}, { timeoutMs: SELF_TEST_LIMIT_MS }),
    () => open > 0,
  );
  let everReached = false;
  let failedTests = 0;

  const connection = keepConnected<W, Line>({
    open: () => work.open(),
    clock,
    onOpened(wire) {
      if (everReached) tally.reconnected();
      everReached = true;
      log('device.opened', { device: id });
      const line = work.connect(wire, tally);
      health.now();
      return line;
    },
    onGone(trouble: OpenTrouble) {
      health.pause();
      if (board.read().state !== 'noDevice') log('device.gone', { device: id, reason: trouble.reason });
      board.lose('noDevice');
    },
  });

  const withLine = async <T>(use: (line: Line) => Promise<Completion<T>>): Promise<Completion<T>> => {
    const reached = await connection.reach();
    if (reached.ok) return use(reached.value);
    return fail({ ...(everReached ? LOST : (work.unreachable ?? MISSING)), detail: reached.fault.detail });
  };

  const statistics = (): DeviceStatistics =>
    work.storage ? { ...tally.read(), storage: work.storage() } : tally.read();

  const perform = async (name: string, payload: unknown, options: CommandOptions): Promise<Completion<unknown>> => {
    const command = commandOf(work.deviceClass, name);
    if (!command) return fail({ code: 'device.protocol', completion: 'unsupportedCommand', detail: name.slice(0, 40) });
    const parsed = command.payload.safeParse(payload);
    if (!parsed.success) return fail({ code: 'device.protocol', completion: 'invalidData', detail: name });
    if (name === 'status') return ok(board.read());
    if (name === 'statistics') return ok(statistics());
    const handler = name === 'selfTest' ? null : handlerOf(work, name);
    if (handler === undefined) return fail({ code: 'device.protocol', completion: 'unsupportedCommand', detail: name });

    const run = openRun(options, clock);
    let begun = false;
    open += 1;
    const completion = await queue(
      () => {
        begun = true;
        return withLine(async (line): Promise<Completion<unknown>> => {
          if (handler) return handler(line, parsed.data, run);
          const tested = await work.selfTest(line, run);
          if (!tested.ok) return tested;
          // It answered, and then its wire went: nobody may call that well.
          return connection.current() === line ? ok(board.read()) : fail(LOST);
        });
      },
      run.signal,
      () => fail(CANCELED),
    );
    run.close();
    open -= 1;
    const ended = completion.ok
      ? completion
      : fail(endOf(completion.fault, run, () => work.timedOut(name as CommandName<C>)));
    const faulty = !ended.ok && TROUBLE.has(ended.fault.completion);
    if (name === 'selfTest' && !begun) health.later();
    else if (name === 'selfTest') {
      health.tested(ended.ok);
      judge(ended);
    } else {
      tally.commanded(faulty);
      if (faulty) health.doubt();
    }
    tending.plan();
    return ended;
  };
  /** Out of service is said, not enforced: it goes on being tested, and the first test that passes ends it. */
  const judge = (tested: Completion<unknown>): void => {
    if (!tested.ok && tested.fault.completion === 'canceled') return;
    failedTests = tested.ok ? 0 : failedTests + 1;
    if (tested.ok) board.serve(true);
    else if (failedTests === OUT_AFTER) {
      board.serve(false);
      log('device.outOfService', { device: id, reason: tested.fault.code });
    }
  };
  const tending = tendBetween(work, clock, (turn) => queueTurn(turn));
  /** A turn waits for no cable: a device that is away has nothing to be tended, until its first self-test when it is back. */
  const queueTurn = async (turn: (line: Line, run: Run) => Promise<unknown>): Promise<boolean> => {
    let wasThere = false;
    const run = openRun({ timeoutMs: SELF_TEST_LIMIT_MS }, clock);
    const nothing = async (): Promise<Completion<null>> => {
      const line = connection.current();
      wasThere = line !== null;
      if (line !== null) await turn(line, run);
      return ok(null);
    };
    await queue(nothing, run.signal, () => ok(null));
    run.close();
    return wasThere;
  };

  return {
    deviceClass: work.deviceClass,
    // The names and types of the port are those of the table that `perform` parses by.
    execute: <N extends CommandName<C>>(command: N, payload: CommandPayload<C, N>, options: CommandOptions) =>
      perform(command, payload, options) as Promise<Completion<CommandResult<C, N>>>,
    perform,
    status: () => board.read(),
    onStatus: (listen) => board.listen(listen),
    claimed() {
      work.claimed?.();
      tending.plan();
    },
    released() {
      work.released?.();
      tending.plan();
    },
    async close() {
      tending.stop();
      health.stop();
      await connection.close();
    },
  };
}

const TROUBLE: ReadonlySet<DeviceFault['completion']> = new Set(['deviceNotReady', 'hardwareError']);

type AnyHandler<Line> = (line: Line, payload: unknown, run: Run) => Promise<Completion<unknown>>;

/** The payload was parsed by the schema of this very name, which is what its handler takes; a model needn't have them all. */
function handlerOf<C extends DeviceClass, W extends Wire, Line>(
  work: DeviceWork<C, W, Line>,
  name: string,
): AnyHandler<Line> | undefined {
  return (work.commands as unknown as Readonly<Record<string, AnyHandler<Line> | undefined>>)[name];
}

function commandOf(
  deviceClass: DeviceClass,
  name: string,
): { payload: { safeParse(value: unknown): { success: true; data: unknown } | { success: false } } } | undefined {
  const commands = DEVICE_CLASSES[deviceClass];
  return Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined;
}

/** A handler that was stopped from outside says so in its own words; here they become the two that everybody knows. */
function endOf(fault: DeviceFault, run: Run, timedOut: () => DeviceFault): DeviceFault {
  if (fault.completion !== 'canceled') return fault;
  return run.endedBy() === 'timeOut' ? timedOut() : CANCELED;
}

/** When to test a device by itself: at once after it was reached, seldom while it is well, soon after trouble. */
function watchHealth(clock: Clock, test: () => Promise<unknown>, isBusy: () => boolean) {
  const backOff = makeBackOff();
  let stopTimer: (() => void) | null = null;
  let doubtful = false;
  let stopped = false;
  const plan = (ms: number): void => {
    stopTimer?.();
    stopTimer = stopped ? null : clock.after(ms, () => (isBusy() ? later() : void test()));
  };
  const later = (): void => plan(WHILE_BUSY_MS);
  return {
    /** The device was working for somebody: that says nothing of its health. */
    later,
    now: () => plan(0),
    /** Something went wrong in a command: test soon, and keep testing until it is well. */
    doubt() {
      if (doubtful) return;
      doubtful = true;
      plan(backOff.next());
    },
    tested(well: boolean) {
      doubtful = !well;
      if (well) backOff.reset();
      plan(well ? SELF_TEST_EVERY_MS : backOff.next());
    },
    pause() {
      stopTimer?.();
      doubtful = false;
    },
    stop() {
      stopped = true;
      stopTimer?.();
    },
  };
}

/** Plans the next turn of what has to be done between commands; one at a time, never while a command runs. */
function tendBetween<Line>(
  { tend }: { readonly tend?: DeviceWork<never, Wire, Line>['tend'] },
  clock: Clock,
  take: (turn: (line: Line, run: Run) => Promise<unknown>) => Promise<boolean>,
): { plan(): void; stop(): void } {
  let stopTimer: (() => void) | null = null;
  let stopped = false;
  const plan = (): void => {
    stopTimer?.();
    stopTimer = null;
    const everyMs = stopped ? null : (tend?.everyMs() ?? null);
    if (tend && everyMs !== null)
      stopTimer = clock.after(everyMs, () => void take(tend.turn).then((taken) => taken && plan()));
  };
  return {
    plan,
    stop() {
      stopped = true;
      stopTimer?.();
    },
  };
}
