/** kill -9 for the device host in the middle of each command of each model on a serial line at once: each is lost, each device comes back, nothing is doubled. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import { DeviceClass } from '#contract/devices/classes.ts';
import { modelEntry } from '#contract/devices/models.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import type { Json } from '#contract/json.ts';
import { KILL_SCENES, type KillScene, type KillStage } from '#fixtures/killed/scenes.ts';
import { SERIAL_SIMULATORS, type SerialModel } from '#fixtures/simulators/serial-simulators.table.ts';
import { startSerialDevice, type SerialDeviceSim } from '#fixtures/simulators/wire/start-serial-device.ts';
import { systemClock } from '../main/system-clock.ts';
import { startDeviceHost, type ServiceableDeviceHost } from './device-host-client.ts';

/** So that no command can be over before the blow: no device answers any sooner. */
const LATE_MS = 400;
const LIMIT_MS = 20_000;
const UNHEARD: ReadonlySet<DeviceStatus['state']> = new Set(['unknown', 'noDevice']);
const QUICK_NOTES = { acceptMs: 60, stackMs: 400, returnMs: 200, startMs: 100 };

interface Player {
  readonly device: DeviceConfig;
  readonly commands: readonly string[];
  readonly wire: SerialDeviceSim;
  readonly scene: KillScene;
  readonly stage: KillStage;
}

const models = Object.keys(SERIAL_SIMULATORS) as SerialModel[];
const classOf = (model: SerialModel): DeviceClass =>
  DeviceClass.options.find((each) => modelEntry(each, model)) ?? 'Auxiliaries';
/** A scanner is asked nothing when it is tested, so there is nothing to cut short. */
const commandsOf = (model: SerialModel): readonly string[] => [
  ...(classOf(model) === 'BarcodeReader' ? [] : ['selfTest']),
  ...(modelEntry(classOf(model), model)?.commands ?? []),
];

const folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-killed-each-'));
const wires = new Map<string, SerialDeviceSim>();
let players: readonly Player[] = [];
let host: ServiceableDeviceHost;

beforeAll(async () => {
  for (const model of models) {
    const place = SERIAL_SIMULATORS[model].folder;
    const program = new URL(`../../fixtures/simulators/${place}/main.ts`, import.meta.url);
    if (!wires.has(place))
      wires.set(
        place,
        await startSerialDevice({
          program,
          link: path.join(folder, place),
          settings: place.startsWith('notes-') ? QUICK_NOTES : {},
        }),
      );
  }
  players = models.map((model) => playerOf(model));
  const devices = players.map(({ device }) => device);
  host = await startDeviceHost({ devices, clock: systemClock, log: () => undefined });
  host.claim('kiosk');
});
afterAll(async () => {
  await host.close();
  for (const wire of wires.values()) await wire.close();
  rmSync(folder, { recursive: true, force: true });
});

function playerOf(model: SerialModel): Player {
  const deviceClass = classOf(model);
  const { folder: place, settings = {} } = SERIAL_SIMULATORS[model];
  const wire = wires.get(place) as SerialDeviceSim;
  const device = DeviceConfig.parse({ id: model, class: deviceClass, model, path: wire.path, settings });
  const scene = KILL_SCENES[deviceClass];
  if (!scene) throw new Error(`${deviceClass} has no scene`);
  return {
    device,
    wire,
    scene,
    commands: commandsOf(model),
    stage: {
      order: (order) => wire.order(order),
      async perform(command, payload = {}) {
        const done = await host.perform(device.id, command, payload, { timeoutMs: LIMIT_MS });
        if (!done.ok) throw new Error(`${model} ${command}: ${done.fault.code} ${done.fault.detail ?? ''}`);
        return done.value;
      },
    },
  };
}

const rounds = Array.from({ length: Math.max(...models.map((model) => commandsOf(model).length)) }, (_, round) => ({
  round,
  names: models
    .flatMap((model) => (commandsOf(model)[round] === undefined ? [] : [`${model} ${commandsOf(model)[round]}`]))
    .join(', '),
}));

test.each(rounds)('$names', { timeout: 60_000 }, async ({ round }) => {
  const playing = players.filter(({ commands }) => commands[round] !== undefined);
  const payloads = await Promise.all(
    playing.map(({ scene, stage, commands }) => scene.prepare(stage, commands[round] ?? '')),
  );
  const begun = await beginAll(playing, round, payloads);
  const back = allBack();
  process.kill(host.pid, 'SIGKILL');
  const ended = await Promise.all(begun);
  const codes = ended.map((each, index) => `${playing[index]?.device.id}: ${each.ok ? 'ok' : each.fault.code}`);
  expect(codes).toEqual(playing.map(({ device }) => `${device.id}: device.lost`));

  await Promise.all(playing.map(({ wire }) => wire.behave({ late: 0 })));
  await back;
  await Promise.all(players.map(({ stage }) => stage.perform('selfTest')));
  const wrong = await Promise.all(playing.map(({ scene, stage }) => scene.judge(stage)));
  expect(wrong.flat()).toEqual([]);
});

/** Whatever needs many bytes to be in its middle goes first; nothing else can be over before it is, because it is late. */
async function beginAll(playing: readonly Player[], round: number, payloads: readonly Json[]) {
  const begun: Promise<Completion<Json>>[] = [];
  const isLong = ({ scene, commands }: Player): boolean =>
    scene.middleBytes !== undefined && commands[round] !== 'selfTest';
  for (const long of [true, false]) {
    const these = playing.map((player, index) => ({ player, index })).filter(({ player }) => isLong(player) === long);
    if (!long) await Promise.all(these.map(({ player }) => player.wire.behave({ late: LATE_MS })));
    const middles = these.map(({ player, index }) => {
      const { ended, inTheMiddle } = begin(player, player.commands[round] ?? '', payloads[index] ?? {});
      begun[index] = ended;
      return inTheMiddle;
    });
    await Promise.all(middles);
  }
  return begun;
}

function begin({ device, wire, scene }: Player, command: string, payload: Json) {
  const middle = Promise.withResolvers<void>();
  const stop = wire.trace(({ direction, hex }) => {
    if (direction !== 'toDevice' || hex.length / 2 < (command === 'selfTest' ? 0 : (scene.middleBytes ?? 0))) return;
    stop();
    middle.resolve();
  });
  const given = command === 'selfTest' ? {} : payload;
  const ended = host.perform(device.id, command, given, { timeoutMs: LIMIT_MS });
  // Who is never asked anything is in the middle as soon as it listens.
  if (device.class === 'BarcodeReader')
    void host.perform(device.id, 'status', {}, { timeoutMs: LIMIT_MS }).then(() => middle.resolve());
  void ended.then((completion) => middle.reject(new Error(`${device.id} ${command}: ${JSON.stringify(completion)}`)));
  return { ended, inTheMiddle: middle.promise };
}

/** Another host runs, and every device was heard by it. */
function allBack(): Promise<void> {
  return new Promise((resolve) => {
    const away = new Set<string>();
    const stop = host.onStatus(() => {
      const heard = ({ device }: Player): boolean => !UNHEARD.has(host.status(device.id).state);
      for (const player of players) if (!heard(player)) away.add(player.device.id);
      const isBack = players.every((player) => away.has(player.device.id) && heard(player));
      if (!isBack) return;
      stop();
      resolve();
    });
  });
}
