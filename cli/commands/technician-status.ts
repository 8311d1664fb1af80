/** `yeban technician status`: the running kiosk at one glance: what it shows, its line, its machine, its devices. */
import type { Json } from '#contract/json.ts';
import { STATE_WORDS } from '#contract/devices/status-words.table.ts';
import { ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { askTechnician } from '../kiosk/ask-technician.ts';
import { CONFIG_OPTION, loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

/** As drives are sold. */
const GIGABYTE = 1e9;
const HOUR_MS = 3_600_000;

export const technicianStatus = makeCommand(
  'technician status',
  words('运行中的自助机：版本、发布、线路、磁盘、设备', 'the running kiosk: versions, release, line, disk, devices'),
  CONFIG_OPTION,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const config = await loadKioskConfig(args.config, say);
    if (!config.ok) return config;
    const { store } = config.value;
    const kiosk = await askTechnician('kiosk.report', null, store, say);
    if (!kiosk.ok) return kiosk;
    const machine = await askTechnician('machine.report', null, store, say);
    if (!machine.ok) return machine;
    const cabinet = await askTechnician('cabinet.view', null, store, say);
    if (!cabinet.ok) return cabinet;
    const outbox = await askTechnician('outbox.report', null, store, say);
    if (!outbox.ok) return outbox;
    const { versions, disk, uptimeMs, deviceHost } = machine.value;
    const { screen, release, hub, clock } = kiosk.value;
    const lines = [
      words(`画面 ${screen}，发布 ${release ?? '无'}`, `screen ${screen}, release ${release ?? 'none'}`),
      hub.reachable
        ? words(`线路正常，待发 ${outbox.value.pending}`, `the hub answers, ${outbox.value.pending} rows wait`)
        : words(`线路不通，待发 ${outbox.value.pending}`, `no answer from the hub, ${outbox.value.pending} rows wait`),
      words(`时钟 ${clock}`, `clock ${clock}`),
      words(
        `磁盘剩余 ${gigabytes(disk.freeBytes)} / ${gigabytes(disk.totalBytes)} GB，开机 ${hours(uptimeMs)} 小时`,
        `${gigabytes(disk.freeBytes)} of ${gigabytes(disk.totalBytes)} GB free, up for ${hours(uptimeMs)} h`,
      ),
      words(
        `yeban ${versions.yeban}，Node ${versions.node}，设备进程启动 ${deviceHost.starts} 次`,
        `yeban ${versions.yeban}, Node ${versions.node}, device host started ${deviceHost.starts} times`,
      ),
    ];
    const devices = cabinet.value.devices.map(({ id, model, status, trouble }) => {
      const advice = trouble === null ? '' : `  → ${say(trouble.advice)}`;
      return `${id}  ${model}  ${say(STATE_WORDS[status.state])}${advice}`;
    });
    return ok({
      result: { kiosk: kiosk.value, machine: machine.value, cabinet: cabinet.value, outbox: outbox.value } as Json,
      text: [...lines.map(say), ...devices].join('\n'),
      exitCode: cabinet.value.devices.some(({ trouble }) => trouble !== null) ? 1 : 0,
    });
  },
);

function gigabytes(bytes: number): string {
  return (bytes / GIGABYTE).toFixed(1);
}

function hours(ms: number): string {
  return (ms / HOUR_MS).toFixed(1);
}
