/** The store: whether its database can be trusted, what waits in it, and whether the disk has room. */
import { readdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { KioskConfig } from '#contract/config.ts';
import type { OutboxReport } from '#contract/control.ts';
import { callControl } from '#electron/control/call-control.ts';
import { lookIntoStore } from '#electron/control/look-into-store.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { explainStore } from '../kiosk/read-outbox.ts';
import { words } from '../reader-language.ts';
import { well, type Check } from './check.ts';

const MEGABYTE = 1024 * 1024;
const LEAST_MB = 100;
const LITTLE_MB = 1_024;
const LONG_S = 3_600;

export async function checkStore({ store }: KioskConfig): Promise<Check[]> {
  return [...(await checkDatabase(store)), await checkAside(store), await checkDisk(store)].filter(
    (check) => check !== null,
  );
}

async function checkDatabase(store: string): Promise<Check[]> {
  const running = await callControl('outbox.report', null, { store, clock: systemClock });
  const chain = words('数据库完好，哈希链完整。', 'The database is sound and its chain holds.');
  if (running.ok) return [chainCheck(running.value) ?? well('store', chain), checkOutbox(running.value)];
  const seen = lookIntoStore(store, (look) => look.report(systemClock.now()));
  if (seen.ok) return [chainCheck(seen.value) ?? well('store', chain), checkOutbox(seen.value)];
  const { kind } = seen.fault;
  const state = kind === 'damaged' ? 'failed' : 'unknown';
  return [{ id: 'store', state, ...explainStore(seen.fault) }];
}

function chainCheck({ chain }: OutboxReport): Check | null {
  if (chain === 'ok') return null;
  return { id: 'store', state: 'failed', ...explainStore({ kind: 'damaged', detail: 'chain' }) };
}

function checkOutbox({ pending, quarantined, oldestPendingSeconds: age }: OutboxReport): Check {
  if (quarantined > 0) {
    return {
      id: 'outbox',
      state: 'warning',
      message: words(`汇聚平台隔离了 ${quarantined} 条记录。`, `The hub has laid ${quarantined} rows aside.`),
      hint: words('请平台管理员查看原因。', 'Ask whoever runs the hub for the reason.'),
    };
  }
  const waits = words(`待发 ${pending} 条。`, `${pending} rows wait for the hub.`);
  if (age === null || age < LONG_S) return well('outbox', waits);
  const hours = Math.floor(age / LONG_S);
  return {
    id: 'outbox',
    state: 'warning',
    message: words(
      `待发 ${pending} 条，最早的已等 ${hours} 小时。`,
      `${pending} rows wait for the hub, the oldest for ${hours} h.`,
    ),
    hint: words(
      '检查网络；也可以用 yeban outbox export 带走加密副本。',
      'Check the line; yeban outbox export makes a sealed copy to carry.',
    ),
  };
}

/** A kiosk that found its database damaged went on with a new one; somebody should know. */
async function checkAside(store: string): Promise<Check | null> {
  const aside = path.join(store, 'data', 'aside');
  const found = await readdir(aside).catch(() => []);
  if (found.length === 0) return null;
  return {
    id: 'store-aside',
    state: 'warning',
    message: words(`曾有 ${found.length} 个损坏的数据库被移开。`, `${found.length} damaged databases were put aside.`),
    hint: words(
      `检查磁盘；把 ${aside} 交给开发人员，勿删除。`,
      `Have the disk checked; give ${aside} to the developers, do not delete it.`,
    ),
  };
}

async function checkDisk(store: string): Promise<Check> {
  const disk = await statfs(store).catch(() => null);
  if (disk === null) {
    return {
      id: 'disk',
      state: 'unknown',
      message: words(`文件夹 ${store} 还不存在。`, `The folder ${store} does not exist yet.`),
      hint: words('自助机第一次启动时会建立。', 'The kiosk makes it at its first start.'),
    };
  }
  const free = Math.floor((disk.bavail * disk.bsize) / MEGABYTE);
  const message = words(`磁盘可用 ${free} MB。`, `${free} MB free on the disk.`);
  if (free >= LITTLE_MB) return well('disk', message);
  return {
    id: 'disk',
    state: free < LEAST_MB ? 'failed' : 'warning',
    message,
    hint: words('清理磁盘。', 'Make room on the disk.'),
  };
}
