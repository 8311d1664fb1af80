/** Which tests by hand one device of this kiosk has: those of its class that its model and its settings allow. */
import type { DeviceConfig } from '../config.ts';
import type { Json } from '../json.ts';
import { modelHas } from './models.ts';
import { EXTERNAL_TESTS, type ExternalTest } from './self-tests.table.ts';

export interface TestByHand extends Pick<ExternalTest, 'command' | 'doing' | 'look'> {
  readonly payload: Json;
}

export function testsByHand(device: Pick<DeviceConfig, 'class' | 'model' | 'settings'>): readonly TestByHand[] {
  return EXTERNAL_TESTS[device.class].flatMap(({ command, payload, doing, look }) => {
    if (!modelHas(device.class, device.model, command)) return [];
    const tried = payload(device.settings);
    return tried === null ? [] : [{ command, payload: tried, doing, look }];
  });
}
