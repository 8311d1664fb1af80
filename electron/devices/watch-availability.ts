/** Watches what of the kiosk can be had: a device that stays in trouble is told after a moment, one that works again at once. */
import type { Availability, Lack, Need } from '#contract/devices/availability.ts';
import type { Clock } from '#contract/clock.ts';
import type { DeviceConfig } from '#contract/config.ts';
import { modelHas } from '#contract/devices/models.ts';
import type { DeviceId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import type { DeviceHost } from './device-host-client.ts';
import { SILENT, troubleOf } from './trouble-of.ts';

type Watched = Pick<DeviceHost, 'status' | 'onStatus'>;

export interface AvailabilityOptions {
  readonly devices: readonly DeviceConfig[];
  /** Until it is there nothing is known against any device. */
  readonly host: Promise<Watched>;
  /** Whether the hub answered when it was asked last. */
  readonly lineIsUp: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

export interface AvailabilityWatch extends Pick<Availability, 'onChange'> {
  /** As of the devices and the line; what else a service needs others know. */
  lack(need: Exclude<Need, 'Room' | 'Day'>): Lack | null;
  stop(): void;
}

/** A device host that is started again and a cable that was knocked are back by then: nobody is told of those. */
const TOLD_AFTER_MS = 4_000;
/** The line has no voice of its own; it is looked at this often. */
const LOOK_AT_LINE_MS = 5_000;

/** A need is for what services do with such a device: a printer of pages is no help for a receipt, a reader of chips none for an ID card. */
const NEEDED_COMMAND: Readonly<Partial<Record<Need, string>>> = {
  CardReader: 'read',
  Printer: 'print',
  A4Printer: 'printDocument',
};

export function watchAvailability({ devices, host, lineIsUp, clock, log }: AvailabilityOptions): AvailabilityWatch {
  const listeners = new Set<() => void>();
  const lacks = new Map<DeviceId, Lack>();
  /** Devices that are in trouble but not for long enough yet, each with what stops its wait. */
  const doubtful = new Map<DeviceId, () => void>();
  let lineWasUp = true;
  let stopLooking = (): void => {};
  let stopHearing = (): void => {};
  let stopped = false;

  const tell = (): void => {
    for (const listen of [...listeners]) listen();
  };
  const calm = (id: DeviceId): void => {
    doubtful.get(id)?.();
    doubtful.delete(id);
  };
  /** `waited`: trouble counts from now on, however short it may still be. */
  const look = (opened: Watched, device: DeviceConfig, waited: boolean): void => {
    const { id, class: deviceClass, model } = device;
    const status = opened.status(id);
    const fault = troubleOf(deviceClass, status, modelHas(deviceClass, model, 'printDocument'));
    if (fault !== null && !waited && !lacks.has(id)) {
      const again = (): void => look(opened, device, true);
      if (!doubtful.has(id)) doubtful.set(id, clock.after(TOLD_AFTER_MS, again));
      return;
    }
    calm(id);
    if (fault === (lacks.get(id)?.fault ?? null)) return;
    if (fault === null) {
      lacks.delete(id);
      log('device.backInService', { device: id });
    } else {
      lacks.set(id, { fault, reference: `${id}/${status.state}` });
      log('device.outOfService', { device: id, fault, state: status.state });
    }
    tell();
  };
  const lookAtLine = (): void => {
    const up = lineIsUp();
    if (up !== lineWasUp) {
      lineWasUp = up;
      tell();
    }
    stopLooking = clock.after(LOOK_AT_LINE_MS, lookAtLine);
  };
  host
    .then((opened) => {
      if (stopped) return;
      stopHearing = opened.onStatus((id) => {
        const device = devices.find((each) => each.id === id);
        if (device !== undefined) look(opened, device, false);
      });
      for (const device of devices) look(opened, device, false);
    })
    // A kiosk whose device host can't be started gives up its start; nobody asks here any more.
    .catch(() => {});
  stopLooking = clock.after(LOOK_AT_LINE_MS, lookAtLine);

  return {
    lack: (need) => {
      if (need === 'Line') return lineWasUp ? null : { fault: 'hub.away', reference: 'hub.away' };
      const wanted = NEEDED_COMMAND[need];
      const ofClass = need === 'A4Printer' ? 'Printer' : need;
      const device = devices.find(
        ({ class: its, model }) => its === ofClass && (wanted === undefined || modelHas(its, model, wanted)),
      );
      if (device === undefined) {
        const fault = need === 'A4Printer' ? 'page.silent' : SILENT[need];
        return { fault, reference: `${need}/notInKioskYaml` };
      }
      return lacks.get(device.id) ?? null;
    },
    onChange: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    stop: () => {
      stopped = true;
      stopLooking();
      stopHearing();
      for (const id of [...doubtful.keys()]) calm(id);
    },
  };
}
