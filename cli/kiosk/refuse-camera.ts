/** What is asked of a device's wire can't be asked of a camera: it lives in the kiosk's page. */
import type { DeviceConfig } from '#contract/config.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';

/** Null for every other device. */
export function refuseCamera({ id, class: deviceClass }: DeviceConfig, say: Say): CliFault | null {
  if (deviceClass !== 'Camera') return null;
  const message = words(
    '高拍仪的画面在自助机的页面里，没有可以记录或干扰的线路。',
    'A camera’s picture lives in the kiosk’s page: it has no wire to record or to disturb.',
  );
  const hint = words(`请用 yeban device ${id} test。`, `Use yeban device ${id} test.`);
  return { code: 'usage', message: say(message), hint: say(hint), exitCode: 2 };
}
