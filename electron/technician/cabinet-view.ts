/** The cabinet for the panel: where each device is, how it is, what can be tried at it. */
import { placeText, type DeviceConfig } from '#contract/config.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import { testsByHand } from '#contract/devices/tests-by-hand.ts';
import { modelHas } from '#contract/devices/models.ts';
import { FAULTS } from '#contract/faults.table.ts';
import type { DeviceId } from '#contract/ids.ts';
import {
  CLASS_NAMES,
  DEVICE_SPOTS,
  FOOT_SPOT,
  MODEL_NAMES,
  SCREEN_SPOT,
} from '#contract/technician/cabinet-layout.table.ts';
import type { CabinetDevice, CabinetSpot, CabinetView } from '#contract/technician/cabinet.ts';
import { troubleOf } from '../devices/trouble-of.ts';

export function cabinetView(
  devices: readonly DeviceConfig[],
  statusOf: (device: DeviceId) => DeviceStatus,
  now: number,
): CabinetView {
  const spots = spotsOf(devices);
  return {
    screen: SCREEN_SPOT,
    devices: devices.map((device, index) => deviceView(device, statusOf(device.id), spots[index] ?? FOOT_SPOT)),
    at: now,
  };
}

function deviceView(device: DeviceConfig, status: DeviceStatus, spot: CabinetSpot): CabinetDevice {
  const { id, class: deviceClass, model } = device;
  const code = troubleOf(deviceClass, status, modelHas(deviceClass, model, 'printDocument'));
  const service = status.values['service']?.value;
  return {
    ...{ id, deviceClass, model, spot, status },
    path: placeText(device),
    name: MODEL_NAMES[model] ?? CLASS_NAMES[deviceClass],
    service: service === 'in' || service === 'out' ? service : 'unknown',
    trouble: code === null ? null : { code, advice: FAULTS[code].technician },
    tests: testsByHand(device).map(({ command, doing, look }) => ({ command, doing, look })),
  };
}

/** Those that kiosk.yaml places stay there; the others take the places of their class in turn, then stand at the foot. */
function spotsOf(devices: readonly DeviceConfig[]): readonly CabinetSpot[] {
  const taken = new Map<string, number>();
  let atFoot = 0;
  return devices.map((device) => {
    if (device.spot !== undefined) return device.spot;
    const place = taken.get(device.class) ?? 0;
    taken.set(device.class, place + 1);
    const spot = DEVICE_SPOTS[device.class][place];
    if (spot !== undefined) return spot;
    atFoot += 1;
    return { ...FOOT_SPOT, x: Math.min(100 - FOOT_SPOT.width, FOOT_SPOT.x + (atFoot - 1) * (FOOT_SPOT.width + 2)) };
  });
}
