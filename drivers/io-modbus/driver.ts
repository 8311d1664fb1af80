/** Door and presence contacts on a Modbus board: read twice a second, told as status and nothing else. */
import { fail, ok } from '#contract/result.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import { narrateModbus } from '../modbus/narrate.ts';
import { openUnit, type ModbusUnit } from '../modbus/unit.ts';
import type { Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import { lineAddress } from '../modbus/line-address.ts';
import type { SharedCables } from '../transport/cables.ts';
import type { SharedWire } from '../transport/shared-line.ts';
import { readsOf, valuesOf } from './points.ts';

export const ioModbus = defineDriver({
  deviceClass: 'Auxiliaries',
  model: 'io-modbus',
  narrate: narrateModbus,
  open: openContacts,
});

/** Somebody who comes near should not wait for a lit screen. */
const LOOK_EVERY_MS = 500;

const SILENT: DeviceFault = { code: 'auxiliaries.silent', completion: 'deviceNotReady', detail: 'no answer' };
const refused = (exception: number): DeviceFault => ({
  code: 'auxiliaries.broken',
  completion: 'hardwareError',
  detail: `exception ${exception}`,
});

function openContacts({
  cables,
  place,
  settings,
  ...surroundings
}: DriverSurroundings<SettingsOf<'Auxiliaries', 'io-modbus'>, SharedCables>): Driver<'Auxiliaries'> {
  const { clock } = surroundings;
  const names = (['door', 'presence'] as const).filter((name) => settings[name] !== undefined);
  const board = makeStatusBoard(clock, names);
  const reads = readsOf(settings);

  const look = async (unit: ModbusUnit, run: Run): Promise<Completion<null>> => {
    const read = await unit.carryOut(reads, run);
    if (!read.ok) {
      if (read.fault.code === 'auxiliaries.broken') board.lose('hardwareError');
      return fail(read.fault);
    }
    board.learn('online', 'polled', valuesOf(settings, reads, read.value));
    return ok(null);
  };

  return serveDevice<'Auxiliaries', SharedWire, ModbusUnit>(
    {
      deviceClass: 'Auxiliaries',
      board,
      open: () => cables.lines(lineAddress(place, settings)),
      connect: (wire, tally) =>
        openUnit({
          unit: settings.unit,
          wire,
          clock,
          tally,
          faults: { silent: SILENT, refused },
          onSilent: () => board.lose('unknown'),
        }),
      selfTest: look,
      commands: {},
      timedOut: () => ({ ...SILENT, completion: 'timeOut' }),
      tend: { everyMs: () => LOOK_EVERY_MS, turn: look },
    },
    surroundings,
  );
}
