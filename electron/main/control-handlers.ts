/** What main does for each call of the control socket. */
import { placeText, type KioskConfig } from '#contract/config.ts';
import type { ControlHandlers, ControlRequest, KioskReport } from '#contract/control.ts';
import { Json } from '#contract/json.ts';
import { ControlRefusal } from '../control/control-refusal.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';
import type { Outbox } from '../store/store-outbox.ts';
import type { TechnicianHandlers } from '../technician/technician-handlers.ts';
import type { KioskClaim } from './kiosk-claims.ts';

/** The parts of a running kiosk that a technician may look at and move. */
export interface ServicedKiosk {
  readonly config: Pick<KioskConfig, 'devices'>;
  readonly devices: ServiceableDeviceHost;
  readonly outbox: Pick<Outbox, 'status' | 'verify' | 'page'>;
  readonly report: () => KioskReport;
  readonly kick: () => void;
  readonly checkRelease: () => Promise<{ activated: number | null }>;
  readonly claim: KioskClaim;
  readonly technician: TechnicianHandlers;
}

export function makeControlHandlers(kiosk: ServicedKiosk): ControlHandlers {
  const { config, devices, outbox, claim } = kiosk;
  return {
    ...kiosk.technician,
    'kiosk.report': async () => kiosk.report(),
    'device.list': async () =>
      config.devices.map((device) => ({
        id: device.id,
        deviceClass: device.class,
        model: device.model,
        path: placeText(device),
        status: devices.status(device.id),
      })),
    'device.execute': (request) => claim(() => execute(devices, request)),
    'device.trace': async ({ device, asked }) => {
      const page = await devices.trace(device, asked);
      if (page.ok) return { lines: [...page.value.lines], next: page.value.next };
      throw new ControlRefusal(page.fault.code, page.fault.detail ?? page.fault.completion);
    },
    'outbox.report': async () => {
      const { firstSeq, lastSeq, ...rest } = await outbox.status();
      return { ...rest, firstSeq: firstSeq === 0 ? null : firstSeq, lastSeq: lastSeq === 0 ? null : lastSeq };
    },
    'outbox.verify': () => outbox.verify(),
    'outbox.page': ({ after }) => outbox.page(after),
    'outbox.kick': async () => {
      kiosk.kick();
      return null;
    },
    'release.check': () => kiosk.checkRelease(),
  };
}

/** The code is the fault's; the words are what the device said, for whoever knows the code already. */
async function execute(devices: ServiceableDeviceHost, request: ControlRequest<'device.execute'>): Promise<Json> {
  const { device, command, payload, timeoutMs } = request;
  const completion = await devices.perform(device, command, payload, { timeoutMs });
  if (completion.ok) return completion.value;
  const { code, completion: how, detail } = completion.fault;
  throw new ControlRefusal(code, detail ?? how);
}
