/** Guide lights on a Modbus board: sets one, darkens all, and blinks those that can't blink by themselves. */
import { fail, ok } from '#contract/result.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import type { Job } from '../modbus/jobs.ts';
import { lineAddress } from '../modbus/line-address.ts';
import { narrateModbus } from '../modbus/narrate.ts';
import { openUnit, type ModbusUnit } from '../modbus/unit.ts';
import type { Run } from '../service/run.ts';
import { serveDevice } from '../service/serve-device.ts';
import { makeStatusBoard } from '../service/status-board.ts';
import type { SharedCables } from '../transport/cables.ts';
import type { SharedWire } from '../transport/shared-line.ts';
import { BEAT_MS, isBlinking, toBlink, toDarken, toSet, toTest, type Lit } from './lamps.ts';

export const lightsModbus = defineDriver({
  deviceClass: 'Lights',
  model: 'lights-modbus',
  narrate: narrateModbus,
  open: openLights,
});

/** A board that doesn't answer may still shine. */
const TRY_AGAIN_MS = 5_000;

const SILENT: DeviceFault = { code: 'lights.silent', completion: 'deviceNotReady', detail: 'no answer' };
const refused = (exception: number): DeviceFault => ({
  code: 'lights.broken',
  completion: 'hardwareError',
  detail: `exception ${exception}`,
});
const NO_SUCH_LIGHT: DeviceFault = {
  code: 'device.protocol',
  completion: 'unsupportedCommand',
  detail: 'no such light in kiosk.yaml',
};

function openLights({
  cables,
  place,
  settings: { lights, unit: address, ...line },
  ...surroundings
}: DriverSurroundings<SettingsOf<'Lights', 'lights-modbus'>, SharedCables>): Driver<'Lights'> {
  const { clock } = surroundings;
  const board = makeStatusBoard(clock, []);
  let lit: Lit = {};
  let beat = 0;
  /** The holder has changed: nothing of the one before may shine on. How long until it is tried, null: it is dark. */
  let darkenInMs: number | null = null;

  const carryOut = async (unit: ModbusUnit, jobs: readonly Job[], run: Run): Promise<Completion<null>> => {
    const done = await unit.carryOut(jobs, run);
    if (done.ok) board.learn('online', 'polled');
    else if (done.fault.code === 'lights.broken') board.learn('hardwareError', 'polled');
    return done.ok ? ok(null) : fail(done.fault);
  };
  const darken = async (unit: ModbusUnit, run: Run): Promise<Completion<null>> => {
    lit = {};
    const done = await carryOut(unit, toDarken(lights), run);
    darkenInMs = done.ok ? null : TRY_AGAIN_MS;
    return done;
  };

  const abandon = (): void => {
    darkenInMs = 0;
  };

  return serveDevice<'Lights', SharedWire, ModbusUnit>(
    {
      deviceClass: 'Lights',
      board,
      open: () => cables.lines(lineAddress(place, line)),
      connect(wire, tally) {
        lit = {};
        // What shines from before we came is nobody's.
        darkenInMs = 0;
        const onSilent = (): void => board.lose('unknown');
        return openUnit({ unit: address, wire, clock, tally, faults: { silent: SILENT, refused }, onSilent });
      },
      selfTest: (unit, run) => carryOut(unit, toTest(lights), run),
      commands: {
        async setLight(unit, { position, flashRate }, run) {
          const write = toSet(lights, position, flashRate);
          if (write === null) return fail(NO_SUCH_LIGHT);
          if (darkenInMs !== null) {
            const dark = await darken(unit, run);
            if (!dark.ok) return dark;
          }
          // Until it is known to shine it doesn't blink.
          const { [position]: _before, ...others } = lit;
          lit = others;
          const done = await carryOut(unit, [write], run);
          if (done.ok) lit = { ...lit, [position]: flashRate };
          return done;
        },
        allOff: (unit, _payload, run) => darken(unit, run),
      },
      timedOut: () => ({ ...SILENT, completion: 'timeOut' }),
      claimed: abandon,
      released: abandon,
      tend: {
        everyMs: () => darkenInMs ?? (isBlinking(lights, lit) ? BEAT_MS : null),
        async turn(unit, run) {
          if (darkenInMs !== null) return darken(unit, run);
          beat += 1;
          const jobs = toBlink(lights, lit, beat);
          return jobs.length === 0 ? null : carryOut(unit, jobs, run);
        },
      },
    },
    surroundings,
  );
}
