/** Everything the doctor looks at, in the order in which one thing needs another. */
import { existsSync } from 'node:fs';
import { placeText, type DeviceConfig, type KioskConfig } from '#contract/config.ts';
import type { Language, LocalText } from '#contract/language.ts';
import type { Result } from '#contract/result.ts';
import { callControl } from '#electron/control/call-control.ts';
import type { ConfigMistake } from '#electron/config/config-mistake.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { noSuchConfig } from '../kiosk/load-kiosk-config.ts';
import { words } from '../reader-language.ts';
import { well, type Check } from './check.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkDevice } from './check-device.ts';
import { checkEnrolment } from './check-enrolment.ts';
import { checkHub } from './check-hub.ts';
import { checkNode, checkSessionKeys, checkShell } from './check-machine.ts';
import { checkRelease } from './check-release.ts';
import { checkStore } from './check-store.ts';

export interface Rounds {
  readonly configFile: string;
  readonly config: Result<KioskConfig, readonly ConfigMistake[]>;
  /** Look at this device only. */
  readonly device: string | null;
  /** Hears what is being looked at. */
  readonly note: (line: LocalText) => void;
}

export async function runChecks({ configFile, config, device, note }: Rounds): Promise<Check[]> {
  const node = checkNode(process.versions.node);
  if (!existsSync(configFile)) return [{ id: 'config', state: 'failed', ...noSuchConfig(configFile) }, node];
  if (!config.ok) return [wrongConfig(configFile, config.fault), node];
  const kiosk = config.value;
  const wanted = kiosk.devices.filter(({ id }) => device === null || id === device);
  const checks = await eachOnItsWire(wanted, (each) => {
    note(words(`检查 ${each.id}……`, `Looking at ${each.id} …`));
    return checkDevice(kiosk, each, note);
  });
  if (device !== null) return checks;
  note(words('检查数据库、网络和本机……', 'Looking at store, hub and machine …'));
  const [store, hub, certificate, enrolment, release, shell] = await Promise.all([
    checkStore(kiosk),
    checkHub(kiosk),
    checkCertificate(kiosk),
    checkEnrolment(kiosk),
    checkRelease(kiosk),
    checkShell(kiosk),
  ]);
  const wellConfig = well('config', words(`${configFile} 没有错误。`, `${configFile} has no mistakes.`));
  return [
    wellConfig,
    await checkKiosk(kiosk),
    ...checks,
    ...store,
    ...hub,
    ...(certificate === null ? [] : [certificate]),
    enrolment,
    release,
    checkSessionKeys(process.env),
    shell,
    node,
  ];
}

/** A running kiosk listens to eight callers; others may have come too. */
const AT_ONCE = 4;

/** Several at once, but those that share a line one after the other. In the order they were given. */
async function eachOnItsWire<T>(
  devices: readonly DeviceConfig[],
  look: (device: DeviceConfig) => Promise<T>,
): Promise<T[]> {
  const lines = [...Map.groupBy(devices, placeText).values()];
  const looked = new Map<DeviceConfig, T>();
  const lookOn = async (): Promise<void> => {
    for (let line = lines.shift(); line !== undefined; line = lines.shift())
      for (const device of line) looked.set(device, await look(device));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lookOn));
  return devices.flatMap((device) => looked.get(device) ?? []);
}

function wrongConfig(file: string, mistakes: readonly ConfigMistake[]): Check {
  const lines = (language: Language): string =>
    mistakes
      .map(({ line, path, message }) => `${file}:${line} ${path === '' ? '' : `${path}: `}${message[language]}`)
      .join('\n');
  return {
    id: 'config',
    state: 'failed',
    message: words(
      `配置有 ${mistakes.length} 处错误：\n${lines('zh-CN')}`,
      `Mistakes in the config: ${mistakes.length}\n${lines('en')}`,
    ),
    hint: words('改正后再运行一次。', 'Put them right and run this again.'),
  };
}

async function checkKiosk({ store }: KioskConfig): Promise<Check> {
  const report = await callControl('kiosk.report', null, { store, clock: systemClock });
  if (report.ok) {
    const { release, screen, refused } = report.value;
    const shown = `${screen}, ${release === null ? '-' : `#${release}`}`;
    if (release !== null && screen === 'outOfService') {
      return {
        id: 'kiosk',
        state: 'warning',
        message: words(
          `正在运行，但现在什么都办不了（${shown}）。`,
          `Runs, but nothing can be done at it now (${shown}).`,
        ),
        hint: words('先解决其他各项的故障；解决后会自动恢复。', 'Mend what else failed here; it comes back by itself.'),
      };
    }
    if (release !== null) return well('kiosk', words(`正在运行（${shown}）。`, `Runs (${shown}).`));
    return {
      id: 'kiosk',
      state: 'failed',
      message: words(
        `正在运行，但暂停服务（${refused ?? shown}）。`,
        `Runs, but is out of service (${refused ?? shown}).`,
      ),
      hint: words('见 release 一项。', 'See the check named release.'),
    };
  }
  if (report.fault.kind === 'absent') {
    return {
      id: 'kiosk',
      state: 'unknown',
      message: words('没有在运行；设备由本命令直接检查。', 'Does not run; the devices were opened by this command.'),
      hint: null,
    };
  }
  return {
    id: 'kiosk',
    state: report.fault.kind === 'forbidden' ? 'unknown' : 'failed',
    message: words(
      `在运行，但没有正常回答（${report.fault.kind}）。`,
      `Runs, but does not answer as it should (${report.fault.kind}).`,
    ),
    hint: words(
      '用自助机自己的用户或 root 运行；或重启自助机。',
      'Run this as the kiosk’s own user or as root; or restart the kiosk.',
    ),
  };
}
