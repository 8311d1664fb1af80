/** The process that polls: every serial model beside its simulated device in memory, on a clock that jumps to what is due. */
import { DeviceConfig } from '#contract/config.ts';
import { DeviceClass } from '#contract/devices/classes.ts';
import { modelEntry } from '#contract/devices/models.ts';
import type { Json } from '#contract/json.ts';
import { openDriver } from '#drivers/catalog.ts';
import { MemoryCable } from '#drivers/conformance/memory-cable.ts';
import { pass, SuiteClock, within } from '#drivers/conformance/suite-clock.ts';
import type { Driver } from '#drivers/driver.ts';
import { openTraceBook } from '#drivers/tap/trace-book.ts';
import { shareLines } from '#drivers/transport/shared-line.ts';
import { SERIAL_SIMULATORS, type SerialModel } from '#fixtures/simulators/serial-simulators.table.ts';
import type { HeapSample } from './measure-memory.ts';

const MINUTES = 120;
/** Each measurement leaves something behind itself. */
const SAMPLE_EVERY = 5;
const MINUTE_MS = 60_000;
const LONG_MS = 2 * MINUTES * MINUTE_MS;
const SOON_MS = 60_000;

const clock = new SuiteClock();
const trace = openTraceBook(clock);
let questions = 0;

async function open(model: SerialModel): Promise<void> {
  const { simulated, settings = {} } = SERIAL_SIMULATORS[model];
  const deviceClass = DeviceClass.options.find((each) => modelEntry(each, model));
  const config = DeviceConfig.parse({ id: model, class: deviceClass, model, path: '/wire', settings });
  const device = simulated.make({ clock, settings: {}, write: (bytes) => cable.say(bytes), tell: () => undefined });
  const cable = new MemoryCable(
    clock,
    () => device.baudRate,
    (bytes) => {
      questions += 1;
      device.hear(bytes);
    },
  );
  const cables = { ...cable.cables, lines: shareLines(cable.cables.bytes) };
  const driver = await openDriver(config, { cables, clock, log: () => undefined, tapFor: trace.tapFor });
  await waitOn(driver, config.class);
}

/** The same as at the wires of a cabinet: each waits for what it is there for. */
async function waitOn(driver: Driver, deviceClass: DeviceClass): Promise<void> {
  const soon = async (command: string, payload: Json = {}): Promise<void> => {
    const ended = await within(clock, SOON_MS, driver.perform(command, payload, { timeoutMs: SOON_MS }));
    if (ended === 'late' || !ended.ok) throw new Error(`${command}: ${JSON.stringify(ended)}`);
  };
  await soon('selfTest');
  if (deviceClass === 'CardReader' || deviceClass === 'BarcodeReader')
    void driver.perform('read', {}, { timeoutMs: LONG_MS });
  if (deviceClass === 'Lights')
    await soon('setLight', { position: 'cardReader', flashRate: 'medium', colour: 'green' });
  if (deviceClass !== 'CashAcceptor') return;
  await soon('reconcile', { since: null });
  await soon('cashInStart', { acceptFen: [100, 1_000] });
  void driver.perform('cashIn', {}, { timeoutMs: LONG_MS });
}

const models = process.argv[2] === 'nothing' ? [] : (Object.keys(SERIAL_SIMULATORS) as SerialModel[]);
for (const model of models) await open(model);
questions = 0;
for (let minute = SAMPLE_EVERY; minute <= MINUTES; minute += SAMPLE_EVERY) {
  await pass(clock, SAMPLE_EVERY * MINUTE_MS);
  globalThis.gc?.();
  const heapKb = process.memoryUsage().heapUsed / 1000;
  process.send?.({ minute, heapKb, questions } satisfies HeapSample);
}
process.exit(0);
