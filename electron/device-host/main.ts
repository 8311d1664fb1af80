/** The device host process: the only file that imports drivers; whatever a driver does, the kiosk's main lives on. */
import { ToDeviceHost, type FromDeviceHost } from '#contract/device-host.ts';
import { openDriver } from '#drivers/catalog.ts';
import { machineCables } from '#drivers/transport/cables.ts';
import { endOnTheUnexpected } from '../main/crash-policy.ts';
import { jsonLog } from '../main/json-log.ts';
import { systemClock } from '../main/system-clock.ts';
import { wipeMemory } from '../main/wipe-memory.ts';
import { openChannel } from './channel.ts';
import { openDesk } from './desk.ts';
import { openTraceBook } from '#drivers/tap/trace-book.ts';

const log = jsonLog('device-host');
endOnTheUnexpected(log);
const channel = openChannel();
const trace = openTraceBook(systemClock);
const desk = openDesk({
  openDevice: (config) => openDriver(config, { cables: machineCables, tapFor: trace.tapFor, clock: systemClock, log }),
  send: (message: FromDeviceHost) => channel.send(message),
  forget: wipeMemory(systemClock),
});

channel.onMessage((raw) => {
  // Main is trusted but not believed: a message that isn't of the contract is a programming error and ends the process.
  const message = ToDeviceHost.parse(raw);
  if (message.kind === 'trace') return void tellTrace(message);
  void desk.receive(message).then(() => {
    if (message.kind === 'close') process.exit(0);
  });
});
async function tellTrace({ requestId, device, asked }: Extract<ToDeviceHost, { kind: 'trace' }>): Promise<void> {
  const page = await trace.read(device, asked);
  const outcome =
    page === null
      ? ({ ok: false, fault: { code: 'device.missing', completion: 'invalidCommand' } } as const)
      : ({ ok: true, value: { lines: [...page.lines], next: page.next } } as const);
  channel.send({ kind: 'completion', requestId, outcome } satisfies FromDeviceHost);
}

channel.onGone(() => {
  process.exit(0);
});
// A terminal's Ctrl+C reaches every process at once; main closes the devices in order, or goes and we with it.
process.on('SIGINT', () => undefined);
