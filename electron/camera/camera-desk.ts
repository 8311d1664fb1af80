/** What main knows of the document camera: only what the page says, since the camera lives there; silence is `unknown`. */
import type { CameraFault, CameraReport, CameraWanted } from '#contract/camera.ts';
import type { Clock } from '#contract/clock.ts';
import type { DeviceConfig } from '#contract/config.ts';
import type { DeviceState, DeviceStatus } from '#contract/devices/status.ts';
import type { Log } from '#contract/log.ts';

export interface CameraDesk {
  /** The one camera of kiosk.yaml; null: this kiosk has none. */
  readonly config: DeviceConfig | null;
  readonly wanted: CameraWanted | null;
  report(report: CameraReport): void;
  status(): DeviceStatus;
  onStatus(listen: () => void): () => void;
  /** Hears every fault that is reported, also one that is known already. */
  onFault(listen: (fault: CameraFault) => void): () => void;
}

export interface CameraDeskNeeds {
  readonly devices: readonly DeviceConfig[];
  readonly clock: Clock;
  readonly log: Log;
}

/** A page is loaded and has looked for its camera by then; later on, nothing known of it is `unknown`. */
const FIRST_WORD_MS = 30_000;
const PREFIX = 'uvc:';

const STATES = {
  'camera.absent': 'noDevice',
  'camera.other': 'noDevice',
  'camera.black': 'hardwareError',
  'camera.frozen': 'hardwareError',
  'device.lost': 'offline',
} as const satisfies Record<CameraFault, DeviceState>;

export function openCameraDesk({ devices, clock, log }: CameraDeskNeeds): CameraDesk {
  const config = devices.find((device) => device.class === 'Camera') ?? null;
  const listeners = new Set<() => void>();
  const faultListeners = new Set<(fault: CameraFault) => void>();
  let status: DeviceStatus = { state: 'starting', values: {} };
  const learn = (next: DeviceStatus): void => {
    status = next;
    for (const listen of listeners) listen();
  };
  const stopWaiting =
    config === null ? () => {} : clock.after(FIRST_WORD_MS, () => learn({ state: 'unknown', values: {} }));
  return {
    config,
    wanted: config === null ? null : { name: (config.address ?? PREFIX).slice(PREFIX.length) },
    report: ({ fault, watched }) => {
      // Also where there is none: somebody wants to lay a paper down.
      if (fault !== null) for (const listen of faultListeners) listen(fault);
      if (config === null) return;
      stopWaiting();
      const before = status;
      const after = statusOf(fault, watched ? clock.now() : null, clock.now());
      if (after.state !== before.state) log('camera.reported', { state: after.state, fault: fault ?? 'none' });
      learn(after);
    },
    status: () => status,
    onStatus: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    onFault: (listen) => {
      faultListeners.add(listen);
      return () => faultListeners.delete(listen);
    },
  };
}

/**
 * `at`: when its picture was looked at; null when only its presence is known. Then nothing is known of its picture any
 * more: it was plugged anew, or the next citizen's page may find it well again.
 */
function statusOf(fault: CameraFault | null, at: number | null, now: number): DeviceStatus {
  const model = fault === 'camera.other' ? 'other' : fault === null ? 'expected' : 'unknown';
  const named = { value: model, at: now, source: 'polled' as const };
  const picture = at === null ? undefined : { value: pictureOf(fault), at, source: 'polled' as const };
  const state = fault === null ? 'online' : STATES[fault];
  return { state, values: { model: named, ...(picture === undefined ? {} : { picture }) } };
}

function pictureOf(fault: CameraFault | null): string {
  if (fault === 'camera.black') return 'black';
  if (fault === 'camera.frozen') return 'frozen';
  return fault === null ? 'ok' : 'unknown';
}
