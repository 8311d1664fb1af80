/** HID devices by way of hidraw: the only file that knows node-hid; reports in and out, and no unplug is missed. */
import { fail, ok, type Result } from '#contract/result.ts';
import { findHidraw, type HidrawDevice } from './hidraw-list.ts';
import type { HidAddress, OpenReports, OpenTrouble, Reports, WriteOutcome } from './transport.ts';
import { whoHas } from './who-has.ts';

/**
 * What `wireTimeMs` reckons with: an interrupt pipe carries at most 64 bytes a millisecond, and the slowest devices
 * are asked for their next report every ten.
 */
const RECKONED_BAUD = 57_600;

type HidDevice = Awaited<ReturnType<typeof import('node-hid').HIDAsync.open>>;

/** A device that another program has open is `taken`, as far as this user may see: hidraw itself keeps nobody out. */
export const openHid: OpenReports = async (address) => {
  const found = await findHidraw(address);
  if (found === null) return fail({ reason: 'missing', detail: `no HID device ${addressText(address)}` });
  const holder = await whoHas(found.node);
  if (holder !== null) return fail({ reason: 'taken', detail: `${found.node} is open in process ${holder}` });
  const opened = await openNode(found.node);
  return opened.ok ? ok(hidReports(opened.value, found)) : opened;
};

async function openNode(node: string): Promise<Result<HidDevice, OpenTrouble>> {
  try {
    const { default: hid } = await import('node-hid');
    return ok(await hid.HIDAsync.open(node));
  } catch (error) {
    return fail(openTrouble(node, error instanceof Error ? error.message : String(error)));
  }
}

export function openTrouble(node: string, said: string): OpenTrouble {
  const detail = said.includes(node) ? said : `${node}: ${said}`;
  if (/lib\S+\.so/.test(said)) return { reason: 'refused', detail: `${detail} (apt-get install libusb-1.0-0)` };
  return { reason: /no such (file|device)/i.test(said) ? 'missing' : 'refused', detail };
}

function addressText(address: HidAddress): string {
  if ('path' in address) return address.path;
  return `${address.vendorId}:${address.productId} ${address.serialNumber ?? ''}`.trimEnd();
}

function hidReports(device: HidDevice, { vendorId, descriptor }: HidrawDevice): Reports {
  let open = true;
  const closedListeners = new Set<() => void>();
  const reportListeners = new Set<(report: Uint8Array) => void>();
  const closed = (): void => {
    if (!open) return;
    open = false;
    for (const listen of [...closedListeners]) listen();
    reportListeners.clear();
  };
  const letGo = async (): Promise<void> => {
    // node-hid begins to read in the next turn, and throws where nobody can catch it when it is closed before.
    await new Promise<void>((resolve) => setImmediate(resolve));
    // After an unplug there may be nothing left to close; the end is the same.
    await device.close().catch(() => undefined);
  };
  // Read from the first moment, listener or not: only who reads hears of the unplug.
  device.on('data', (report: Buffer) => {
    for (const listen of [...reportListeners]) listen(new Uint8Array(report));
    // Perhaps a piece of a citizen's card: everyone has their own copy by now.
    report.fill(0);
  });
  device.on('error', () => {
    closed();
    void letGo();
  });

  const within = (limitMs: number, send: () => Promise<unknown>): Promise<WriteOutcome> =>
    new Promise((resolve) => {
      if (!open) return resolve('closed');
      const finish = (outcome: WriteOutcome): void => {
        clearTimeout(limit);
        closedListeners.delete(gone);
        resolve(outcome);
      };
      const gone = (): void => finish('closed');
      const limit = setTimeout(() => {
        finish('stuck');
        closed();
        void letGo();
      }, limitMs);
      closedListeners.add(gone);
      send().then(
        () => finish('taken'),
        () => finish('closed'),
      );
    });

  return {
    baudRate: RECKONED_BAUD,
    vendorId: Number.parseInt(vendorId, 16),
    descriptor,
    write: async (report, limitMs) => {
      const outcome = await within(limitMs, () => device.write(Buffer.from(report)));
      // A report that the device didn't take: whatever it was, nobody can count on this wire any more.
      if (outcome === 'closed' && open) {
        closed();
        void letGo();
      }
      return outcome;
    },
    // A device that doesn't know a setting refuses it and goes on.
    setFeature: (report, limitMs) => within(limitMs, () => device.sendFeatureReport(Buffer.from(report))),
    onBytes(listen) {
      reportListeners.add(listen);
      return () => reportListeners.delete(listen);
    },
    onClosed(listen) {
      closedListeners.add(listen);
      return () => closedListeners.delete(listen);
    },
    async close() {
      closed();
      await letGo();
    },
  };
}
