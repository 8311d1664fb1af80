/** Whether the hub knows this kiosk: the key that it was enrolled with, and what the hub said to it last. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { KioskConfig } from '#contract/config.ts';
import type { LocalText } from '#contract/language.ts';
import { callControl } from '#electron/control/call-control.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { words } from '../reader-language.ts';
import { well, type Check } from './check.ts';

/** Only looked at: the private key beside it is the kiosk's alone. */
const KeyFile = z.looseObject({ enrolled: z.looseObject({ keyId: z.string() }).nullable() });

export async function checkEnrolment({ store }: KioskConfig): Promise<Check> {
  const running = await callControl('kiosk.report', null, { store, clock: systemClock });
  const said = running.ok ? running.value.hub.fault : null;
  if (said !== null && /^(kiosk|signature|enrolment)\./.test(said)) return refused(said);
  const keyId = await readKeyId(path.join(store, 'identity', 'device-key.json'));
  if (keyId !== null) return well('enrolment', words(`已登记（密钥 ${keyId}）。`, `Enrolled (key ${keyId}).`));
  return {
    id: 'enrolment',
    state: 'warning',
    message: words(
      '还没有在汇聚平台登记：数据留在本机等待。',
      'Not enrolled at the hub yet: what is taken in waits here.',
    ),
    hint: NEW_CODE,
  };
}

const NEW_CODE = words(
  '请管理员在管理台发一个登记码，写入 kiosk.yaml 的 hub.enrolment，然后重启自助机。',
  'Have a manager issue a code at the console, write it to hub.enrolment in kiosk.yaml and restart the kiosk.',
);

function refused(code: string): Check {
  return {
    id: 'enrolment',
    state: 'failed',
    message: words(`汇聚平台拒绝了这台自助机（${code}）。`, `The hub refuses this kiosk (${code}).`),
    hint: HINTS[code] ?? NEW_CODE,
  };
}

const HINTS: Readonly<Record<string, LocalText>> = {
  'signature.old': words('校准时间：timedatectl set-ntp true。', 'Set the time: timedatectl set-ntp true.'),
  'signature.replayed': words(
    '可能有另一台机器用着同一个密钥：请管理员吊销后重新登记。',
    'Another machine may use the same key: have it revoked, and enrol again.',
  ),
};

/** Null when there is none, or none that the hub knows. */
async function readKeyId(file: string): Promise<string | null> {
  try {
    return KeyFile.parse(JSON.parse(await readFile(file, 'utf8'))).enrolled?.keyId ?? null;
  } catch {
    return null;
  }
}
