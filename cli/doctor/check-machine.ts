/** The machine itself: Node, the browser for the screen, and memory for session keys. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KioskConfig } from '#contract/config.ts';
import { sessionKeyFolder } from '#electron/main/session-key-folder.ts';
import { chooseShell } from '#electron/shell/choose-shell.ts';
import { liesInMemory } from '#electron/store/session-keys.ts';
import { words } from '../reader-language.ts';
import { well, type Check } from './check.ts';

/** The first that runs TypeScript by itself; Yeban is developed on 24. */
const OLDEST_NODE = [22, 18] as const;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const message = words(`Node ${version}。`, `Node ${version}.`);
  const [oldest, oldestMinor] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return well('node', message);
  return {
    id: 'node',
    state: 'failed',
    message,
    hint: words('在 Yeban 的文件夹里运行 npm run setup。', 'In the folder of Yeban, run npm run setup.'),
  };
}

export async function checkShell({ shell, store }: KioskConfig): Promise<Check> {
  const choice = await chooseShell(shell, { profileFolder: path.join(store, 'browser') });
  if (choice.ok)
    return well(
      'shell',
      words(`用 ${choice.value.name} 显示。`, `Shown by ${choice.value.name}: ${choice.value.reason}.`),
    );
  // Over ssh there is no screen, and a kiosk that runs has one all the same.
  return {
    id: 'shell',
    state: 'warning',
    message: words('从这里打不开屏幕窗口。', `No window can be opened from here: ${choice.fault}`),
    hint: words(
      `安装 Debian 的 chromium 包，并从本机的图形会话启动自助机。原因：${choice.fault}`,
      'Install Debian’s chromium package and start the kiosk inside the graphical session.',
    ),
  };
}

export function checkSessionKeys(environment: Readonly<Record<string, string | undefined>>): Check {
  const wanted = sessionKeyFolder(environment);
  const folder = existsSync(wanted) ? wanted : path.dirname(wanted);
  if (existsSync(folder) && liesInMemory(folder))
    return well('session-keys', words(`会话密钥放在内存里（${folder}）。`, `Session keys stay in memory (${folder}).`));
  return {
    id: 'session-keys',
    state: 'failed',
    message: words(
      `${folder} 不在内存里：断电后密钥可能仍留在盘上。`,
      `${folder} is not in memory: a key could outlive a power cut on the disk.`,
    ),
    hint: words('给 /run/user 或 /dev/shm 挂上 tmpfs。', 'Mount a tmpfs at /run/user or /dev/shm.'),
  };
}
