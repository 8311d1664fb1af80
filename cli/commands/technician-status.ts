/** `yeban technician status`: the running kiosk at one glance: what it does, the panel's checks, its devices. */
import type { Json } from '#contract/json.ts';
import { STATE_WORDS } from '#contract/devices/status-words.table.ts';
import type { LocalText } from '#contract/language.ts';
import { ok } from '#contract/result.ts';
import { kioskChecks } from '#contract/technician/kiosk-checks.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { askTechnician } from '../kiosk/ask-technician.ts';
import { CONFIG_OPTION, loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

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
    const { versions, uptimeMs } = machine.value;
    const reports = { kiosk: kiosk.value, outbox: outbox.value, machine: machine.value };
    const checks = kioskChecks(reports).map(
      ({ name, word, hint }) => `${say(name)}  ${say(word)}${hint === null ? '' : `  → ${say(hint)}`}`,
    );
    const about = words(
      `yeban ${versions.yeban}，Node ${versions.node}，开机 ${hours(uptimeMs)} 小时`,
      `yeban ${versions.yeban}, Node ${versions.node}, up for ${hours(uptimeMs)} h`,
    );
    const devices = cabinet.value.devices.map(({ id, model, status, trouble }) => {
      const advice = trouble === null ? '' : `  → ${say(trouble.advice)}`;
      return `${id}  ${model}  ${say(STATE_WORDS[status.state])}${advice}`;
    });
    return ok({
      result: { kiosk: kiosk.value, machine: machine.value, cabinet: cabinet.value, outbox: outbox.value } as Json,
      text: [say(doingNow(kiosk.value.screen)), say(about), ...checks, ...devices].join('\n'),
      exitCode: cabinet.value.devices.some(({ trouble }) => trouble !== null) ? 1 : 0,
    });
  },
);

/** Which step a citizen is at is the citizen's own business. */
function doingNow(screen: string): LocalText {
  switch (screen) {
    case 'attract':
      return words('等候居民', 'waits for a citizen');
    case 'outOfService':
      return words('暂停服务', 'out of service');
    case 'none':
      return words('正在启动', 'starting');
    default:
      return words('正在为居民办理', 'serves a citizen');
  }
}

function hours(ms: number): string {
  return (ms / HOUR_MS).toFixed(1);
}
